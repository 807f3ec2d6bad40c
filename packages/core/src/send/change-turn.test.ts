import { expect, it } from 'vitest';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { notAborted, policy, ticket } from '../__tests__/samples.ts';
import { scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { ItsmError, type ItsmErrorKind } from '../itsm-error.ts';
import { changeOnce } from './change-once.ts';
import { holdLease } from './hold-lease.ts';

it.each<[ItsmErrorKind, number]>([
  ['held', 0],
  ['cancelled', 0],
  ['rejected', 1],
])('counts a change that ended as %s as %i sends', async (kind, sends) => {
  const clock = fakeClock();
  const lease = holdLease(async () => true, { leaseMs: policy.leaseMs, since: clock.now() }, clock);
  const adapter = scriptedAdapter({ update: [new ItsmError(kind, 'It did not get there.')] });
  const change = { id: 'change-1', kind: 'fields', fields: { group: 'Network' } } as const;
  const call = { key: 'itsm-1', signal: notAborted };
  const sent = await changeOnce({ adapter, ticket, change, policy, call, lease }, { clock, random: () => 0.5 });
  expect(sent).toMatchObject({ outcome: { kind: 'failed', error: { kind } }, sends });
});
