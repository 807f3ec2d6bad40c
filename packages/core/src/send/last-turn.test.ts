import { expect, it } from 'vitest';
import { unreadable } from '../__tests__/failures.ts';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { draftOf, notAborted, policy, ticket } from '../__tests__/samples.ts';
import { created, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import type { Call, ItsmAdapter } from '../contracts.ts';
import { changeOnce } from './change-once.ts';
import { createOnce } from './create-once.ts';
import { holdLease } from './hold-lease.ts';

const random = () => 0.5;
const renew = async () => true;

/** An adapter that can look nothing up, and does without once it is told that no turn follows. */
function openAdapter() {
  const turns: (boolean | undefined)[] = [];
  const lookUp = ({ last }: Call) => {
    turns.push(last);
    if (!last) throw unreadable();
  };
  const adapter: ItsmAdapter = {
    ...scriptedAdapter({ create: [created] }),
    async resolve(draft, call) {
      lookUp(call);
      return draft;
    },
    async update(changed, _change, call) {
      lookUp(call);
      return { ticket: changed, warnings: [] };
    },
  };
  return { adapter, turns, clock: fakeClock() };
}

it.each([
  [3, [false, false, false, true]],
  [0, [true]],
])(
  'with %i retries a ticket whose names cannot be looked up is made in the last turn',
  async (maxRetries, expected) => {
    const { adapter, turns, clock } = openAdapter();
    const given = { adapter, draft: draftOf(), signal: notAborted, renew, onRetry: async () => {} };
    const sending = { ...given, policy: { ...policy, maxRetries }, since: clock.now() };
    expect(await createOnce({ clock, random })(sending)).toMatchObject({ outcome: { kind: 'created' }, sends: 1 });
    expect(turns).toEqual(expected);
  },
);

it('and so is a change', async () => {
  const { adapter, turns, clock } = openAdapter();
  const lease = holdLease(renew, { leaseMs: policy.leaseMs, since: clock.now() }, clock);
  const change = { id: 'change-1', kind: 'fields', fields: { group: 'Network' } } as const;
  const call = { key: 'itsm-1', signal: notAborted };
  const sent = await changeOnce({ adapter, ticket, change, policy, call, lease }, { clock, random });
  expect(sent).toMatchObject({ outcome: { kind: 'updated' } });
  expect(turns).toEqual([false, false, false, true]);
});
