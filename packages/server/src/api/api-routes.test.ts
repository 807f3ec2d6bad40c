import { ItsmError, type ItsmErrorKind } from '@itsm-bridge/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { askApi } from './__tests__/ask-api.ts';
import { decision, delivery, dryRun, pretendDesk, record, type Told } from './__tests__/pretend-desk.ts';
import { allRoutes } from './all-routes.ts';

const told: Told = [];
const desk = pretendDesk({ kind: 'delivered', delivery }, told);
const { get, post, answered } = askApi(desk);
beforeEach(() => {
  told.length = 0;
});

/** The members that a schema does not have would be dropped: so nothing may be given that the document does not tell of. */
function asDocumented(method: 'get' | 'post', path: string, body: unknown): void {
  const route = allRoutes.find(one => one.method === method && one.path === path);
  expect(route?.answer.parse(body)).toEqual(body);
}

describe('answers what it says it answers', () => {
  it.each<['get' | 'post', string, string, object?]>([
    ['get', '/api/deliveries', '/api/deliveries'],
    ['get', '/api/deliveries/{key}', '/api/deliveries/itsm-1'],
    ['post', '/api/deliveries/{key}/approve', '/api/deliveries/itsm-1/approve'],
    ['post', '/api/deliveries/{key}/reject', '/api/deliveries/itsm-1/reject', { reason: 'a duplicate' }],
    ['post', '/api/deliveries/{key}/replay', '/api/deliveries/itsm-1/replay'],
    ['post', '/api/deliveries/{key}/link', '/api/deliveries/itsm-1/link', { ticket: 'OPS-17' }],
    ['get', '/api/reviews', '/api/reviews'],
    ['post', '/api/reviews/{id}/approve', '/api/reviews/7/approve'],
    ['post', '/api/reviews/{id}/reject', '/api/reviews/7/reject', { reason: 'a duplicate' }],
    ['get', '/api/lanes', '/api/lanes'],
    ['post', '/api/lanes/{integration}/pause', '/api/lanes/jira/pause'],
    ['post', '/api/lanes/{integration}/resume', '/api/lanes/jira/resume'],
    ['get', '/api/audit', '/api/audit'],
    ['get', '/api/visitor', '/api/visitor'],
  ])('%s %s', async (method, path, asked, body) => {
    const answer = method === 'get' ? await get(asked) : await post(asked, body);
    expect(answer.status).toBe(200);
    asDocumented(method, path, answer.body);
    if (method === 'get') expect(Object.keys(answer.body)).not.toEqual([]);
  });

  it('with the members of the command’s JSON lines', async () => {
    const { body } = await get('/api/deliveries');
    expect(body).toMatchObject({ next: 'n1', deliveries: [{ key: 'itsm-1', job_id: 'abc123', jira_key: 'OPS-17' }] });
    expect((await get('/api/lanes')).body).toMatchObject({ lanes: [{ state: 'open', oldest_pending_seconds: 61 }] });
  });

  it('with ids as digits, since they may pass what a number of JSON holds', async () => {
    expect((await get('/api/deliveries/itsm-1')).body).toMatchObject({ events: [{ id: '9007199254740993' }] });
  });
});

it('hands on what was asked, and who asked', async () => {
  await get(
    '/api/deliveries?q=abc&status=failed&status=unknown&integration=jira&severity=high&since=2025-10-27&limit=3&after=n0',
  );
  await get('/api/reviews?integration=jira&limit=2');
  await get('/api/audit?key=itsm-1');
  await post('/api/deliveries/itsm-1/link', { ticket: ' OPS-17 ' });
  await post('/api/deliveries/itsm-1/replay');
  await post('/api/reviews/7/reject', { reason: 'a duplicate' });
  await post('/api/lanes/jira/resume');
  const since = new Date('2025-10-27T00:00:00Z');
  const statuses = ['failed', 'unknown'];
  expect(told).toEqual([
    ['search', { text: 'abc', statuses, integrations: ['jira'], severities: ['high'], since, limit: 3, after: 'n0' }],
    ['rehearsals', { limit: 2, integration: 'jira' }],
    ['search', { statuses: ['needs_review'], limit: 2, integrations: ['jira'] }],
    ['audit', { limit: 50, key: 'itsm-1' }],
    ['link', 'itsm-1', { ticket: 'OPS-17', by: 'ada' }],
    ['replay', { key: 'itsm-1' }, { by: 'ada' }],
    ['rejectRehearsal', 7n, { by: 'ada', reason: 'a duplicate' }],
    ['resume', 'jira', 'ada'],
  ]);
});

describe('refuses what it does not know, and says what there is', () => {
  it.each([
    ['/api/deliveries?statuses=failed', 'statuses: unknown member; did you mean "status"?'],
    [
      '/api/deliveries?status=fialed',
      'status[0]: found the text "fialed"; accepted is one of "pending", "sending", "created", "found", "failed", "unknown", "needs_review"; did you mean "failed"?',
    ],
    ['/api/deliveries?limit=201', 'limit: accepted is a whole number from 1 to 200'],
    ['/api/deliveries?limit=x', 'limit: accepted is a whole number from 1 to 200'],
    ['/api/deliveries?limit=1&limit=2', 'limit: accepted is a whole number from 1 to 200'],
    ['/api/deliveries?since=2025-02-30', 'since: accepted is a date such as 2025-10-27 or 2025-10-27T10:30:00Z'],
    [`/api/deliveries?q=${'a'.repeat(201)}`, 'q: accepted are at most 200 characters'],
    ['/api/deliveries?q=a&q=b', expect.stringMatching(/^q: found a list; accepted is a text/)],
    ['/api/lanes?integration=jira', 'integration: unknown member'],
    [
      '/api/deliveries?__proto__=x',
      '__proto__: unknown member; accepted are q, status, integration, severity, since, limit, after',
    ],
  ])('%s', async (path, message) => {
    expect(await get(path)).toMatchObject({ status: 400, body: { error: { kind: 'input', message } } });
    expect(told).toEqual([]);
  });

  it.each([
    ['/api/deliveries/itsm-1/link', {}, 'ticket: is missing; accepted is a text (INC0010001, OPS-17)'],
    ['/api/deliveries/itsm-1/link', { ticket: ' ' }, 'ticket: is empty; write what people call the ticket'],
    ['/api/deliveries/itsm-1/reject', { raeson: 'x' }, 'raeson: unknown member; did you mean "reason"?'],
    ['/api/deliveries/itsm-1/approve', { reason: 'x' }, 'reason: unknown member'],
    ['/api/reviews/7/reject', ['x'], 'found a list; accepted is an object'],
  ])('%s %j', async (path, body, message) => {
    expect(await post(path, body)).toMatchObject({ status: 400, body: { error: { kind: 'input', message } } });
    expect(told).toEqual([]);
  });

  it('a body that is no JSON, or is not said to be', async () => {
    const path = '/api/deliveries/itsm-1/reject';
    const json = { 'content-type': 'application/json' };
    const broken = await answered(path, { method: 'POST', headers: json, body: '{"reason":' });
    expect(broken).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('no JSON') } } });
    const form = await answered(path, { method: 'POST', body: new URLSearchParams({ reason: 'x' }) });
    expect(form).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('content-type') } } });
    expect(told).toEqual([]);
  });

  it.each([
    ['get', '/api/deliveries/itsm-2', 'Nothing is on record under itsm-2.'],
    [
      'post',
      '/api/deliveries/itsm-2/approve',
      'Nothing is on record under itsm-2. GET /api/deliveries lists the keys.',
    ],
    ['post', '/api/reviews/8/approve', 'There is no dry run 8.'],
    ['post', '/api/reviews/x/approve', 'There is no dry run "x". GET /api/reviews lists their ids.'],
    ['get', '/api/tickets', 'There is no GET /api/tickets. GET /openapi.json says what there is.'],
    ['post', '/api/lanes', 'There is no POST /api/lanes. GET /openapi.json says what there is.'],
  ])('%s %s: not found', async (method, path, message) => {
    const answer = await (method === 'get' ? get(path) : post(path));
    expect(answer).toMatchObject({ status: 404, body: { error: { kind: 'not-found', message } } });
    expect(told).toEqual([]);
  });
});

describe('what goes wrong', () => {
  const failing = (error: unknown, problems: unknown[] = []) =>
    askApi({ ...desk, approve: () => Promise.reject(error), search: () => Promise.reject(error) }, problems);

  it.each<[ItsmErrorKind, number, string]>([
    ['input', 409, 'conflict'],
    ['held', 409, 'held'],
    ['discarded', 409, 'discarded'],
    ['auth', 502, 'auth'],
    ['rejected', 502, 'rejected'],
    ['unavailable', 503, 'unavailable'],
    ['outcome-unknown', 504, 'outcome-unknown'],
    ['ledger', 503, 'ledger'],
    ['config', 500, 'config'],
  ])('is told in one shape: %s is %i', async (kind, status, told) => {
    const answer = await failing(new ItsmError(kind, 'Why.')).post('/api/deliveries/itsm-1/approve');
    expect(answer).toMatchObject({ status, body: { error: { kind: told, message: 'Why.' } } });
  });

  it('is the request where it names a page that never was', async () => {
    const answer = await failing(new ItsmError('input', 'No such page.')).get('/api/deliveries?after=x');
    expect(answer).toMatchObject({ status: 400, body: { error: { kind: 'input', message: 'No such page.' } } });
  });

  it('says when to try again', async () => {
    const answer = await failing(new ItsmError('rate-limited', 'Why.', { retryAfterMs: 1_500 })).get('/api/deliveries');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
  });

  it('is for the log where it is our fault, and says nothing of itself to the visitor', async () => {
    const problems: unknown[] = [];
    const error = new Error('password=hunter2');
    const answer = await failing(error, problems).get('/api/deliveries');
    expect(answer.status).toBe(500);
    expect(answer.body).toEqual({
      error: { kind: 'internal', message: 'Something failed here that is no fault of the request. The log says what.' },
    });
    expect(problems).toEqual([error]);
  });
});

describe('an approval', () => {
  it('of what has changed since sends nothing, and shows both', async () => {
    const now = { ...dryRun, id: 8n, payload: { summary: 'y' } };
    const answer = await askApi(pretendDesk({ kind: 'changed', shown: dryRun, now }, told)).post(
      '/api/reviews/7/approve',
    );
    expect(answer).toMatchObject({
      status: 409,
      body: {
        error: { kind: 'changed', message: expect.stringContaining('Look at dry run 8, and approve that.') },
        ...{
          shown: { dry_run_id: '7', payload: { summary: 'x' } },
          now: { dry_run_id: '8', payload: { summary: 'y' } },
        },
      },
    });
    const { conflict } = allRoutes.find(({ path }) => path === '/api/reviews/{id}/approve') ?? {};
    expect(conflict?.parse(answer.body)).toEqual(answer.body);
  });

  it('that comes second says who was first', async () => {
    const answer = await askApi(pretendDesk({ kind: 'decided', decision, record }, told)).post(
      '/api/reviews/7/approve',
    );
    expect(answer).toMatchObject({
      status: 200,
      body: { result: 'decided', decision: { by: 'bob' }, delivery: { key: 'itsm-1' } },
    });
    asDocumented('post', '/api/reviews/{id}/approve', answer.body);
  });
});
