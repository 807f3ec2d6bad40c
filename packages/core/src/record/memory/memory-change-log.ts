import type {
  ChangeLog,
  ChangeRowId,
  ChangeStatus,
  ChangeToken,
  Clock,
  Doubt,
  ItsmEvent,
  NewEvent,
} from '../../contracts.ts';
import { widened, withRestored } from './widened.ts';

interface ChangeRow {
  readonly status: ChangeStatus;
  readonly token: bigint;
  readonly attempts: number;
  readonly claimedAt: Date;
  readonly leaseUntil: Date;
  readonly doubt: Doubt | undefined;
}

export function createMemoryChangeLog(
  clock: Pick<Clock, 'now'>,
  append: (event: NewEvent) => ItsmEvent,
  restored: () => Doubt | undefined,
): ChangeLog {
  const rows = new Map<string, ChangeRow>();
  const idOf = ({ key, changeId }: ChangeRowId) => JSON.stringify([key, changeId]);
  const leaseEnd = (leaseMs: number) => new Date(clock.now().getTime() + leaseMs);
  return {
    async claim({ key, changeId, leaseMs }) {
      const id = idOf({ key, changeId });
      const before = rows.get(id);
      const now = clock.now();
      if (before?.status === 'applied') return { status: 'applied' };
      if (before?.status === 'sending' && before.leaseUntil > now) return { status: 'held' };
      const doubt = withRestored(before && doubtOf(before), restored());
      const token = (before?.token ?? 0n) + 1n;
      const attempts = before?.attempts ?? 0;
      rows.set(id, { status: 'sending', token, attempts, claimedAt: now, leaseUntil: leaseEnd(leaseMs), doubt });
      return { status: 'claimed', token: { key, changeId, token }, now, attempts, ...(doubt && { doubt }) };
    },
    async renew(token, leaseMs) {
      const row = rows.get(idOf(token));
      if (!isHolder(row, token)) return false;
      rows.set(idOf(token), { ...row, leaseUntil: leaseEnd(leaseMs) });
      return true;
    },
    async settle(token, { status, attempts, doubt, event }) {
      const row = rows.get(idOf(token));
      if (!isHolder(row, token)) return 'superseded';
      rows.set(idOf(token), { ...row, status, attempts, doubt: doubt && widened(row.doubt, doubt) });
      return append(event);
    },
    status: async id => rows.get(idOf(id))?.status,
  };
}

/** A lease that ran out means that nobody knows: the holder may have sent at any moment of it. */
function doubtOf({ status, doubt, claimedAt, leaseUntil }: ChangeRow): Doubt | undefined {
  if (status !== 'sending') return doubt;
  return widened(doubt, { from: claimedAt, until: leaseUntil, answered: false });
}

const isHolder = (row: ChangeRow | undefined, { token }: ChangeToken): row is ChangeRow =>
  row?.token === token && row.status === 'sending';
