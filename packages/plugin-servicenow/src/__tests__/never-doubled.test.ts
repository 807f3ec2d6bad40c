import { callOf, type Fault, type ServiceNowOptions } from '@itsm-bridge/testkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { analysisOf } from './analyses.ts';
import { type Desk, impatient, noteless, openDesk } from './desk.ts';
import { openImportDesk } from './import-desk.ts';

const post = 'POST /api/now/table/incident';
const get = 'GET /api/now/table/incident';
/** Moves the date past the settle window; timers and sockets stay real. */
const settle = () => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 76_000 });
afterEach(() => vi.useRealTimers());

const deliver = async ({ itsm }: Desk) => (await itsm.createTickets(analysisOf()))[0];

it.each<[string, Fault['effect'], string]>([
  ['drops the connection', { kind: 'drop', commit: true }, 'dropped'],
  ['answers 502', { kind: 'status', status: 502, commit: true }, '502'],
  ['answers 500', { kind: 'status', status: 500, commit: true }, '500'],
  ['answers 504 from the gateway', { kind: 'status', status: 504, body: '<html>', commit: true }, '504'],
  ['breaks off in the middle of its answer', { kind: 'half-body', commit: true }, '201 cut'],
  ['never answers', { kind: 'hang', commit: true }, 'hung'],
  ['queues the request', { kind: 'status', status: 202, commit: true }, '202'],
  [
    'answers with a page',
    { kind: 'status', status: 200, body: '<p class="instance-hibernating-page">', commit: true },
    '200',
  ],
  [
    'runs into its quota',
    {
      kind: 'status',
      status: 200,
      body: { result: {}, error: { message: 'Transaction cancelled', detail: null } },
      commit: true,
    },
    '200',
  ],
])('finds the incident by its key when the instance creates it and %s', async (_what, effect, seen) => {
  await using desk = await openDesk({ ...noteless, ...impatient });
  desk.instance.fault({ on: post, effect });
  const delivery = await deliver(desk);
  const [incident, ...more] = desk.instance.incidents();
  expect(delivery).toMatchObject({ status: 'found', existing: true, attempts: 1, ticket: { id: incident?.sys_id } });
  expect(more).toEqual([]);
  expect(desk.instance.transcript).toEqual([`${post} ${seen}`, `${get} 200`]);
  expect(desk.instance.requests[1]?.query.sysparm_query).toContain(`correlation_id=${delivery?.key}`);
});

it.each([
  ['the Table API', openDesk],
  [
    'an import set',
    (members: Readonly<Record<string, unknown>>, options: ServiceNowOptions) => openImportDesk({}, members, options),
  ],
])('tells what of the incident was not kept, though the answer to %s is lost', async (_what, open) => {
  const acl = { deniedFields: { 'incident.category': ['write' as const] } };
  await using desk = await open(
    { ...noteless, defaults: { category: 'Network' } },
    { acl, priorityMatrix: { '1': { '2': '3' } } },
  );
  desk.instance.fault({ on: 'POST /api/now/', effect: { kind: 'drop', commit: true } });
  const delivery = await deliver(desk);
  expect(delivery).toMatchObject({ status: 'found', ticket: { key: 'INC0010001' } });
  expect(delivery?.warnings.map(({ code, field }) => `${field}: ${code}`).toSorted()).toEqual([
    'category: field-dropped',
    'priority: field-changed',
  ]);
});

it.each<[string, Fault['effect']]>([
  ['502', { kind: 'status', status: 502 }],
  ['500', { kind: 'status', status: 500 }],
])(
  'sends again after %s once the look-up has found nothing, and no record that hides the key',
  async (_what, effect) => {
    await using desk = await openDesk(noteless);
    desk.instance.fault({ on: post, effect });
    expect(await deliver(desk)).toMatchObject({ status: 'created', attempts: 2 });
    expect(desk.instance.transcript.map(line => line.split(' ')[0])).toEqual(['POST', 'GET', 'GET', 'POST']);
  },
);

describe('a request that is never answered', () => {
  it('stays unknown while the instance may still be at work, and is sent again after the settle window', async () => {
    await using desk = await openDesk({ ...noteless, ...impatient, retry: { base_seconds: 0.01, max_retries: 1 } });
    desk.instance.fault({ on: post, effect: { kind: 'hang', commit: false } });
    expect(await deliver(desk)).toMatchObject({
      status: 'unknown',
      success: false,
      error: { kind: 'outcome-unknown' },
    });
    expect(await deliver(desk)).toMatchObject({ status: 'unknown' });
    expect(desk.created()).toHaveLength(1);

    settle();
    expect(await deliver(desk)).toMatchObject({ status: 'created' });
    expect(desk.created()).toHaveLength(2);
    expect(desk.instance.incidents()).toHaveLength(1);
  });

  it('is found by a later run when look-ups failed too', async () => {
    await using desk = await openDesk({ ...noteless, ...impatient, retry: { base_seconds: 0.01, max_retries: 1 } });
    desk.instance.fault({ on: post, effect: { kind: 'hang', commit: true } });
    desk.instance.fault({ on: get, times: Number.POSITIVE_INFINITY, effect: { kind: 'status', status: 503 } });
    expect(await deliver(desk)).toMatchObject({ status: 'unknown' });

    desk.instance.clearRequests();
    settle();
    expect(await deliver(desk)).toMatchObject({ status: 'found', attempts: 1 });
    expect(desk.created()).toEqual([]);
    expect(desk.instance.incidents()).toHaveLength(1);
  });
});

it('never takes a stranger for its own when the instance ignores the clause, and sends nothing more', async () => {
  await using desk = await openDesk(noteless);
  desk.instance.fault({ on: post, effect: { kind: 'status', status: 502 } });
  const stranger = { sys_id: 'f'.repeat(32), number: 'INC0000001', correlation_id: '' };
  desk.instance.fault({ on: get, effect: { kind: 'status', status: 200, body: { result: [stranger, stranger] } } });
  const delivery = await deliver(desk);
  expect(delivery).toMatchObject({ status: 'unknown', error: { kind: 'config' } });
  expect(delivery?.ticket).toBeUndefined();
  expect(delivery?.error?.message).toBe(
    'The look-up by correlation_id in incident returned 2 records with another one: the instance ignores the clause. Is correlation_id a field of incident that this user may read?',
  );
  expect(desk.created()).toHaveLength(1);
});

it('makes no second one where an ACL hides the first, which the look-up only counts', async () => {
  await using desk = await openDesk(noteless, { acl: { read: { incident: 'hidden' } } });
  desk.instance.fault({ on: post, effect: { kind: 'status', status: 502, commit: true } });
  const delivery = await deliver(desk);
  expect(delivery).toMatchObject({ status: 'unknown', error: { kind: 'config' } });
  expect(delivery?.error?.message).toBe(
    'The look-up by correlation_id in incident shows no record and counts 1 that this user may not read: let it read the records that it creates.',
  );
  expect(desk.instance.incidents()).toHaveLength(1);
});

it('gives the oldest of two incidents with the key, and the other as its twin', async () => {
  await using desk = await openDesk(noteless);
  await deliver(desk);
  const [key = ''] = desk.instance.incidents().map(({ correlation_id }) => correlation_id);
  await desk.servicenow.create(desk.created()[0]?.json, callOf(key));
  const lookup = await desk.servicenow.find(callOf(key));
  const [first, second] = desk.instance.incidents();
  expect(lookup).toMatchObject({ kind: 'found', ticket: { key: first?.number }, twins: [{ key: second?.number }] });
});

it('gives the same ticket for the same analysis, and sends nothing for it', async () => {
  await using desk = await openDesk(noteless);
  const first = await deliver(desk);
  const second = await deliver(desk);
  expect(second).toMatchObject({ status: 'created', existing: true, ticket: first?.ticket });
  expect(desk.instance.requests).toHaveLength(1);
});

it('waits as long as a 429 says and sends again', async () => {
  await using desk = await openDesk(noteless);
  const body = { error: { message: 'Rate limit exceeded', detail: null }, status: 'failure' };
  desk.instance.fault({ on: post, effect: { kind: 'status', status: 429, headers: { 'retry-after': '1' }, body } });
  const delivery = await deliver(desk);
  expect(delivery).toMatchObject({ status: 'created', attempts: 2 });
  expect(delivery?.durationMs).toBeGreaterThanOrEqual(1000);
  expect(desk.instance.transcript).toEqual([`${post} 429`, `${post} 201`]);
});
