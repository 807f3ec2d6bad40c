import type {
  ChangeLog,
  ChangeRecord,
  ChangeRowId,
  ChangeToken,
  Clock,
  Doubt,
  ItsmEvent,
  NewEvent,
} from '../../contracts.ts';
import type { ChangeRow } from './change-row.ts';
import { widened, withRestored } from './widened.ts';

/** @param rows By an id of their own; the retention sees them, too. */
export function createMemoryChangeLog(
  rows: Map<string, ChangeRow>,
  clock: Pick<Clock, 'now'>,
  append: (event: NewEvent) => ItsmEvent,
  restored: () => Doubt | undefined,
): ChangeLog {
  const idOf = ({ key, changeId }: ChangeRowId) => JSON.stringify([key, changeId]);
  const leaseEnd = (leaseMs: number) => new Date(clock.now().getTime() + leaseMs);
  return {
    async claim({ key, changeId, kind, leaseMs }) {
      const id = idOf({ key, changeId });
      const before = rows.get(id);
      const now = clock.now();
      if (before?.status === 'applied') return { status: 'applied' };
      if (before?.status === 'sending' && before.leaseUntil > now) return { status: 'held' };
      const doubt = withRestored(before && doubtOf(before), restored());
      const token = (before?.token ?? 0n) + 1n;
      const attempts = before?.attempts ?? 0;
      rows.set(id, {
        ...{ createdAt: now, ...before, key, changeId, kind },
        ...{ status: 'sending', token, attempts, updatedAt: now, claimedAt: now, leaseUntil: leaseEnd(leaseMs), doubt },
      });
      return { status: 'claimed', token: { key, changeId, token }, now, attempts, ...(doubt && { doubt }) };
    },
    async renew(token, leaseMs) {
      const row = rows.get(idOf(token));
      if (!isHolder(row, token)) return false;
      rows.set(idOf(token), { ...row, leaseUntil: leaseEnd(leaseMs) });
      return true;
    },
    async settle(token, { status, attempts, doubt, error, event }) {
      const row = rows.get(idOf(token));
      if (!isHolder(row, token)) return 'superseded';
      const { error: _, ...kept } = row;
      const left = doubt && widened(row.doubt, doubt);
      const updatedAt = clock.now();
      rows.set(idOf(token), { ...kept, status, attempts, doubt: left, updatedAt, ...(error && { error }) });
      return append(event);
    },
    status: async id => rows.get(idOf(id))?.status,
    of: async (key, limit) =>
      [...rows.values()]
        .filter(row => row.key === key)
        .slice(-limit)
        .map(recordOf),
  };
}

const recordOf = ({ changeId, kind, status, attempts, error, createdAt, updatedAt }: ChangeRow): ChangeRecord => ({
  ...{ changeId, kind, status, attempts, createdAt, updatedAt },
  ...(error && { error }),
});

/** A lease that ran out means that nobody knows: the holder may have sent at any moment of it. */
function doubtOf({ status, doubt, claimedAt, leaseUntil }: ChangeRow): Doubt | undefined {
  if (status !== 'sending') return doubt;
  return widened(doubt, { from: claimedAt, until: leaseUntil, answered: false });
}

const isHolder = (row: ChangeRow | undefined, { token }: ChangeToken): row is ChangeRow =>
  row?.token === token && row.status === 'sending';
