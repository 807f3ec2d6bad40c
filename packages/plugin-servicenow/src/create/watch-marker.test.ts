import { afterEach, expect, it, vi } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { type Desk, noteless, openDesk } from '../__tests__/desk.ts';

const on = 'POST /api/now/table/incident';
const deliver = async ({ itsm }: Desk, id: string, severity = 'medium') =>
  (await itsm.createTickets(analysisOf({ id, severity })))[0];
const settle = () => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 76_000 });

/** An instance that discards correlation_id, until `mend`. */
const openForgetful = async () => {
  const deniedFields: Record<string, readonly ('read' | 'write')[]> = { 'incident.correlation_id': ['write'] };
  const desk = await openDesk(noteless, { acl: { deniedFields } });
  return {
    ...desk,
    mend: () => delete deniedFields['incident.correlation_id'],
  };
};

afterEach(() => vi.useRealTimers());

it('makes no second ticket after a lost answer where an earlier ticket lost its key: a person decides', async () => {
  await using desk = await openForgetful();
  expect(await deliver(desk, 'a')).toMatchObject({ status: 'created', warnings: [{ code: 'marker-lost' }] });
  desk.instance.fault({ on, effect: { kind: 'status', status: 502, commit: true } });
  expect(await deliver(desk, 'b')).toMatchObject({ status: 'unknown', attempts: 1 });
  settle();
  expect(await deliver(desk, 'b')).toMatchObject({ status: 'needs_review', attempts: 1 });
  expect(desk.instance.incidents()).toHaveLength(2);
});

it('trusts an empty look-up again for what was sent after a ticket kept its key, and not for what was sent before', async () => {
  await using desk = await openForgetful();
  await deliver(desk, 'a');
  desk.instance.fault({ on, effect: { kind: 'status', status: 502, commit: true } });
  expect(await deliver(desk, 'b')).toMatchObject({ status: 'unknown' });
  desk.mend();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 1_000 });
  expect(await deliver(desk, 'c')).toMatchObject({ status: 'created', warnings: [] });
  expect(await deliver(desk, 'b')).toMatchObject({ status: 'unknown' });

  desk.instance.fault({ on, effect: { kind: 'status', status: 502 } });
  expect(await deliver(desk, 'd')).toMatchObject({ status: 'created', attempts: 2 });
  expect(desk.instance.incidents()).toHaveLength(4);
});
