import { PassThrough } from 'node:stream';
import { createItsm, createLogger } from '@itsm-bridge/core';
import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { jira } from '@itsm-bridge/plugin-jira';
import { startJira } from '@itsm-bridge/testkit';
import { Hono } from 'hono';
import { afterAll, expect, it } from 'vitest';
import type { AccessEnv } from '../access/visitor.ts';
import { see, send } from './__fixtures__/ask-console.ts';
import { consoleRoutes } from './console-routes.ts';

const site = await startJira();
const settings = { endpoint: site.url, email: 'integration@company.com', api_token: 'sandbox', project_key: 'OPS' };
const value = { jira: { ...settings, dry_run: true } };
const logger = createLogger({ stream: new PassThrough().resume(), readable: false });
const itsm = await createItsm({ config: { value }, plugins: [jira], decorators: { dry_run: dryRun }, logger });
afterAll(async () => {
  await itsm.close();
  await site.close();
});

const app = new Hono<AccessEnv>()
  .use(async (ask, next) => {
    ask.set('visitor', { name: 'Kim', role: 'approver', how: 'token' });
    ask.set('csrf', 'sample-token');
    return next();
  })
  .route('/', consoleRoutes({ desk: itsm, newestEvent: () => itsm.eventLog.lastId() }));

const analysis = {
  job: { id: 'job-1', title: 'Disk full', severity: 'critical' },
  analysis: { executive_summary: 'The log store ran **full**.' },
};
const creates = () => site.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/issue'));

it('a dry run is shown, approved, sent once as it was shown, and told', async () => {
  await itsm.createTickets(analysis);
  const review = await see({ app }, '/review');
  expect(review.words).toContain('Disk full job-1 critical');
  expect(review.html).toContain('The log store ran <strong>full</strong>.');
  const [, id = ''] = /\/review\/approve\?id=(\d+)/.exec(review.html) ?? [];
  const [shown] = (await itsm.rehearsals({ limit: 1 })).records;

  const [first, second] = [
    await send({ app }, '/review/approve', { id }),
    await send({ app }, '/review/approve', { id }),
  ];
  expect(creates().map(({ json }) => json)).toEqual([shown?.payload]);
  expect(second.words).toContain('Nothing more was sent: approved by Kim');
  const story = await see({ app }, first.location ?? '');
  expect(story.words).toContain('Approved. What became of it is below.');
  expect(story.words).toMatch(/The ticket was created: OPS-1 /);
  expect(story.words).toMatch(/Kim, approve/);

  expect((await see({ app }, '/?q=ops-1')).words).toContain('created Disk full job-1 critical jira OPS-1');
  expect((await see({ app }, '/review')).words).toContain('Nothing waits for a decision.');
  expect((await see({ app }, '/health')).words).toContain('jira running');
  expect((await see({ app }, '/audit')).words).toContain('Kim approve');
});
