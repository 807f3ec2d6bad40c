import { PassThrough } from 'node:stream';
import { createItsm, createLogger, type Itsm } from '@itsm-bridge/core';
import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { jira } from '@itsm-bridge/plugin-jira';
import { startJira } from '@itsm-bridge/testkit';
import { Hono } from 'hono';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import type { AccessEnv } from '../access/visitor.ts';
import { see, send } from './__fixtures__/ask-console.ts';
import { consoleLook } from './console-look.ts';
import { consoleRoutes } from './console-routes.ts';

const site = await startJira();
const settings = { endpoint: site.url, email: 'integration@company.com', api_token: 'sandbox', project_key: 'OPS' };
const open = (over: object) =>
  createItsm({
    config: { value: { jira: { ...settings, dry_run: true, ...over } } },
    plugins: [jira],
    decorators: { dry_run: dryRun },
    logger: createLogger({ stream: new PassThrough().resume(), readable: false }),
  });
const consoleOf = (itsm: Itsm) => ({
  app: new Hono<AccessEnv>()
    .use(async (ask, next) => {
      ask.set('visitor', { name: 'Kim', role: 'approver', how: 'token' });
      ask.set('csrf', 'sample-token');
      return next();
    })
    .route('/', consoleRoutes({ desk: itsm, look: consoleLook({}), newestEvent: () => itsm.eventLog.lastId() })),
});
const itsm = await open({});
const sample = consoleOf(itsm);
afterAll(async () => {
  await itsm.close();
  await site.close();
});

const analysis = {
  job: { id: 'job-1', title: 'Disk full', severity: 'critical' },
  analysis: { executive_summary: 'The log store ran **full**.' },
};
const creates = () => site.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/issue'));

it('a dry run is shown, approved, sent once as it was shown, and told', async () => {
  await itsm.createTickets(analysis);
  const review = await see(sample, '/review');
  expect(review.words).toContain('Disk full job-1 critical');
  expect(review.html).toContain('The log store ran <strong>full</strong>.');
  const [, id = ''] = /\/review\/approve\?id=(\d+)/.exec(review.html) ?? [];
  const [shown] = (await itsm.rehearsals({ limit: 1 })).records;

  const [first, second] = [
    await send(sample, '/review/approve', { id }),
    await send(sample, '/review/approve', { id }),
  ];
  expect(creates().map(({ json }) => json)).toEqual([shown?.payload]);
  expect(second.words).toContain('Nothing more was sent: approved by Kim');
  const story = await see(sample, first.location ?? '');
  expect(story.words).toContain('Approved. What became of it is below.');
  expect(story.words).toMatch(/The ticket was created: OPS-1 /);
  expect(story.words).toMatch(/Kim, approve/);

  expect((await see(sample, '/?q=ops-1')).words).toContain('created Disk full job-1 critical jira OPS-1');
  expect((await see(sample, '/review')).words).toContain('Nothing waits for a decision.');
  expect((await see(sample, '/review?after=1')).words).toContain('Nothing older waits.');
  expect((await see(sample, '/health')).words).toContain('jira running');
  expect((await see(sample, '/audit')).words).toContain('Kim approve');
});

it.each([
  ['/', 'created Disk full job-1'],
  ['/?q=ops-1', 'created Disk full job-1'],
  ['/review', 'Nothing waits for a decision.'],
  ['/audit', 'Kim approve'],
])('a link to a later page of %s that was cut short shows the first one', async (path, shown) => {
  const { status, words, html } = await see(sample, `${path}${path.includes('?') ? '&' : '?'}after=MTIz`);
  expect([status, words]).toEqual([200, expect.stringContaining(shown)]);
  expect(html).not.toContain('rel="first"');
});

it('an approval that this server cannot send, for want of a secret, stands and waits for a worker that has it', async () => {
  const away = await open({ api_token: '${TOKEN_OF_THE_WORKERS}' });
  onTestFinished(() => away.close());
  const server = consoleOf(away);
  await away.createTickets(analysis);
  const [{ id, key } = { id: 0n, key: '' }] = (await away.rehearsals({ limit: 1 })).records;
  const { html, words } = await send(server, '/review/approve', { id: String(id) });
  expect(words).toMatch(
    /It is approved, and could not be sent from here: .*TOKEN_OF_THE_WORKERS.* waits for a worker\./,
  );
  expect(html).toContain(`href="/deliveries/${key}"`);
  expect((await see(server, `/deliveries/${key}`)).words).toContain('Waits for its turn');
  expect((await see(server, `/review/approve?id=${id}`)).html).toContain(`href="/deliveries/${key}"`);
});
