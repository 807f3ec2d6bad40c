import type { FaultEffect } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, type Desk, impatient, openDesk } from '../__tests__/desk.ts';
import { openImportDesk, staging } from '../__tests__/import-desk.ts';

const post = `POST /api/now/import/${staging}`;
const deliver = async ({ itsm }: Desk, job: object = {}) => (await itsm.createTickets(analysisOf({ ...job })))[0];
/** A bridge that knows nothing of what the first one delivered, before the same instance. */
const another = ({ instance }: Desk, members: object = {}) => openDesk({ ...bare, endpoint: instance.url, ...members });
const importing = { import_set: { table: staging } };
const withoutNote = { report: { work_notes: 'none' } };

it.each([
  ['with coalesce', ['u_correlation_id']],
  ['without coalesce', []],
])('makes one incident %s when the instance creates it and the answer is lost', async (_how, coalesce) => {
  await using desk = await openImportDesk({ coalesce }, impatient);
  desk.instance.fault({ on: post, effect: { kind: 'drop', commit: true } });
  const delivery = await deliver(desk);
  expect(delivery).toMatchObject({ status: 'found', existing: true, attempts: 1 });
  const looked = 'GET /api/now/table/incident 200';
  expect(desk.instance.transcript).toEqual([looked, looked, `${post} dropped`, looked]);
  expect(desk.instance.countByKey(delivery?.key ?? '')).toBe(1);
});

it.each<[string, FaultEffect]>([
  ['answers 502', { kind: 'status', status: 502, commit: true }],
  ['breaks off in the middle of its answer', { kind: 'half-body', commit: true }],
  ['queues the request', { kind: 'status', status: 202, commit: true }],
  ['answers with a page', { kind: 'status', status: 200, body: '<html>', commit: true }],
  [
    'answers without a result',
    { kind: 'status', status: 201, body: { import_set: 'ISET1', result: [] }, commit: true },
  ],
])('finds the incident by its key, without coalesce, when the instance creates it and %s', async (_what, effect) => {
  await using desk = await openImportDesk({ coalesce: [] });
  desk.instance.fault({ on: post, effect });
  const delivery = await deliver(desk);
  const [incident, ...more] = desk.instance.incidents();
  expect(delivery).toMatchObject({ status: 'found', attempts: 1, ticket: { id: incident?.sys_id } });
  expect(more).toEqual([]);
});

it('makes no twin of a request that was given up and commits later', async () => {
  await using desk = await openImportDesk();
  desk.instance.fault({ on: post, effect: { kind: 'status', status: 502 } });
  expect(await deliver(desk)).toMatchObject({ status: 'created', attempts: 2 });
  const late = desk.instance.requests.find(({ method }) => method === 'POST');
  const headers = { authorization: String(late?.headers.authorization), 'content-type': 'application/json' };
  const answer = await fetch(`${desk.instance.url}${late?.path}`, { method: 'POST', headers, body: late?.body ?? '' });
  expect(await answer.json()).toMatchObject({ result: [{ status: 'updated' }] });
  expect(desk.instance.incidents()).toHaveLength(1);
});

it.each([
  ['the same', {}],
  ['another', { severity: 'critical' }],
])(
  'sends nothing where a run that is on nobody’s record made the incident of %s row, and says so',
  async (_what, job) => {
    await using desk = await openImportDesk({}, withoutNote);
    const first = await deliver(desk);
    await using later = await another(desk, { ...withoutNote, ...importing });
    desk.instance.clearRequests();
    const delivery = await deliver(later, job);
    expect(delivery).toMatchObject({ status: 'created', ticket: first?.ticket });
    expect(delivery?.warnings[0]).toEqual({
      code: 'already-there',
      message: `${first?.ticket?.key} was there with this key already; nothing was sent.`,
    });
    expect(desk.instance.transcript).toEqual(['GET /api/now/table/incident 200']);
  },
);

const get = 'GET /api/now/table/incident';
const nothing = { kind: 'status', status: 200, body: { result: [] } } as const;
const ignored = (result: object) =>
  ({ kind: 'status', status: 201, body: { result: [{ table: 'incident', status: 'ignored', ...result }] } }) as const;

it('fails where the map ignores the row and no record has the key', async () => {
  await using desk = await openImportDesk();
  desk.instance.fault({ on: post, effect: ignored({ status_message: 'Choice rejected' }) });
  expect(await deliver(desk)).toMatchObject({
    status: 'failed',
    attempts: 1,
    error: { kind: 'rejected', message: `The transform map of ${staging} ignored the row: Choice rejected` },
  });
  expect(desk.instance.incidents()).toEqual([]);
});

it('finds the record of a row that the map ignores without naming it', async () => {
  await using desk = await openImportDesk();
  const first = await deliver(desk);
  await using later = await another(desk, importing);
  // It came between the look and the import.
  for (let look = 0; look < 2; look++) desk.instance.fault({ on: get, effect: nothing });
  desk.instance.fault({ on: post, effect: ignored({}) });
  expect(await deliver(later)).toMatchObject({ ticket: first?.ticket, warnings: [{ code: 'already-there' }] });
});

it('takes a row for no ticket that was ignored for a record which is not there, and sends it again', async () => {
  await using desk = await openImportDesk();
  desk.instance.fault({ on: post, effect: ignored({ sys_id: '0123456789abcdef0123456789abcdef' }) });
  expect(await deliver(desk)).toMatchObject({ status: 'created', attempts: 2, warnings: [] });
  expect(desk.instance.incidents()).toHaveLength(1);
});
