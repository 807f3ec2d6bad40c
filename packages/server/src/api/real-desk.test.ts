import { PassThrough } from 'node:stream';
import { createItsm, createLogger } from '@itsm-bridge/core';
import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { jira } from '@itsm-bridge/plugin-jira';
import { Hono } from 'hono';
import { afterAll, expect, it } from 'vitest';
import { approverToken, twoTokens, viewerToken } from '../access/__tests__/ask.ts';
import { createAccess } from '../access/create-access.ts';
import { guardedApp } from '../access/guarded-app.ts';
import { parseAccess } from '../access/parse-access.ts';
import { healthRoutes } from '../health/health-routes.ts';
import { listen } from '../listen.ts';
import { apiRoutes } from './api-routes.ts';

// Nothing listens there, so that nothing is ever sent.
const site = {
  endpoint: 'http://127.0.0.1:9',
  project_key: 'OPS',
  email: 'a@b.example',
  api_token: 'x',
  enabled: true,
  retry: { max_retries: 0 },
};
const itsm = await createItsm({
  config: { value: { jira: site, jira_eu: { ...site, plugin: 'jira', dry_run: true } } },
  plugins: [jira],
  decorators: { dry_run: dryRun },
  logger: createLogger({ stream: new PassThrough().resume(), readable: false }),
});
const analysis = {
  job: { id: 'abc123', title: 'Checkout times out', severity: 'high' },
  analysis: { root_cause: 'x' },
};
const queued = await itsm.enqueue(analysis);
const key = queued.find(({ integration }) => integration === 'jira')?.key ?? '';
await itsm.enqueue({ ...analysis, job: { ...analysis.job, id: 'def456', severity: 'low' } });

const access = await createAccess({ options: parseAccess({ tokens: twoTokens }), record: itsm.record });
const style = new Hono().get('/style.css', c => c.text('', 200, { 'cache-control': 'max-age=60' }));
const app = guardedApp(access, { open: [healthRoutes(itsm)], assets: [style], inside: [apiRoutes({ desk: itsm })] });
const server = await listen(app, 0);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await itsm.close();
});

interface Body {
  readonly next?: string;
  readonly dry_runs?: readonly { readonly dry_run_id: string; readonly job_id: string; readonly payload: unknown }[];
}

const ask = async (path: string, token: string, method = 'GET', given?: object) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method,
    headers,
    ...(given ? { body: JSON.stringify(given) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as Body };
};

it('shows what is queued, a page at a time, and all of one', async () => {
  const first = await ask('/api/deliveries?limit=1', viewerToken);
  expect(first).toMatchObject({
    status: 200,
    body: { deliveries: [{ job_id: 'def456', status: 'pending', severity: 'low' }] },
  });
  const second = await ask(`/api/deliveries?limit=1&after=${encodeURIComponent(first.body.next ?? '')}`, viewerToken);
  expect(second.body).toMatchObject({ deliveries: [{ key, title: 'Checkout times out' }] });
  expect((await ask('/api/deliveries?severity=low&q=ABC', viewerToken)).body).toEqual({ deliveries: [] });
  expect((await ask(`/api/deliveries/${key}`, viewerToken)).body).toMatchObject({
    ...{ delivery: { key, status: 'pending' }, analysis, changes: [] },
  });
});

it('pauses and resumes for an approver, and for nobody else', async () => {
  expect(await ask('/api/lanes/jira/pause', viewerToken, 'POST')).toMatchObject({ status: 403 });
  const paused = await ask('/api/lanes/jira/pause', approverToken, 'POST');
  expect(paused.body).toMatchObject({
    integration: 'jira',
    state: 'paused',
    reason: expect.stringContaining('by ada'),
    pending: 2,
  });
  expect((await ask('/api/lanes/jira/resume', approverToken, 'POST')).body).toMatchObject({ state: 'open' });
  expect(await ask('/api/lanes/jra/pause', approverToken, 'POST')).toMatchObject({ status: 404 });
});

it('says why a decision is not to be taken now', async () => {
  expect(await ask(`/api/deliveries/${key}/reject`, approverToken, 'POST')).toMatchObject({
    status: 409,
    body: {
      error: {
        kind: 'conflict',
        message: expect.stringContaining('neither waits for a review nor failed, but is pending'),
      },
    },
  });
  expect(await ask('/api/deliveries?after=nonsense', viewerToken)).toMatchObject({ status: 400 });
});

it('shows dry runs with what they would send, and decides each once, on record with who it was', async () => {
  const { body } = await ask('/api/reviews?integration=jira_eu', viewerToken);
  const [later, earlier] = body.dry_runs ?? [];
  expect([later, earlier]).toMatchObject([
    { job_id: 'def456', payload: { fields: { summary: expect.any(String) } } },
    { job_id: 'abc123' },
  ]);
  const reject = `/api/reviews/${later?.dry_run_id}/reject`;
  expect(await ask(reject, viewerToken, 'POST')).toMatchObject({ status: 403 });
  const rejected = await ask(reject, approverToken, 'POST', { reason: 'a duplicate' });
  expect(rejected).toMatchObject({
    status: 200,
    body: { decision: { kind: 'rejected', by: 'ada', reason: 'a duplicate' } },
  });
  expect(await ask(reject, approverToken, 'POST')).toMatchObject({
    status: 409,
    body: { error: { kind: 'conflict' } },
  });

  // Its platform is away: what was decided waits for its time.
  const approve = `/api/reviews/${earlier?.dry_run_id}/approve`;
  const approved = await ask(approve, approverToken, 'POST');
  expect(approved).toMatchObject({
    status: 200,
    body: { result: 'delivered', delivery: { job_id: 'abc123', status: 'pending', error: { kind: 'unavailable' } } },
  });
  expect(await ask('/api/reviews/999/approve', approverToken, 'POST')).toMatchObject({ status: 404 });
  expect((await ask('/api/reviews', viewerToken)).body).toMatchObject({ dry_runs: [], needs_review: [] });
});

it('has who did what on record, those who were refused as well', async () => {
  expect(await ask('/api/lanes', 'x'.repeat(32))).toMatchObject({ status: 401 });
  const { body } = await ask('/api/audit?limit=4', viewerToken);
  expect(body).toMatchObject({
    entries: [
      { by: 'unknown', action: 'sign-in-refused', detail: 'with a bearer token, from 127.0.0.1' },
      { by: 'ada' },
      { by: 'ada' },
      { by: 'ada' },
    ],
    next: expect.any(String),
  });
});

it('leaves what its pages are made of in the cache as long as their route says, and nothing else', async () => {
  const kept = async (path: string) =>
    (await fetch(`http://127.0.0.1:${server.port}${path}`)).headers.get('cache-control');
  expect(await Promise.all(['/style.css', '/healthz', '/metrics', '/api/lanes'].map(kept))).toEqual([
    'max-age=60',
    'no-store',
    'no-store',
    'no-store',
  ]);
});
