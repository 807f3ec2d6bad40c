import type { ChangeLog, ChangeSettlement, ChangeToken, Clock, ItsmEvent, NewEvent } from '../../contracts.ts';

interface ChangeRow {
  readonly status: 'sending' | ChangeSettlement['status'];
  readonly token: bigint;
  readonly attempts: number;
  readonly doubtful: boolean;
  readonly leaseUntil: number;
}

export function createMemoryChangeLog(clock: Pick<Clock, 'now'>, append: (event: NewEvent) => ItsmEvent): ChangeLog {
  const rows = new Map<string, ChangeRow>();
  const idOf = ({ key, changeId }: Pick<ChangeToken, 'key' | 'changeId'>) => JSON.stringify([key, changeId]);
  return {
    async claim({ key, changeId, leaseMs }) {
      const id = idOf({ key, changeId });
      const before = rows.get(id);
      const now = clock.now().getTime();
      if (before?.status === 'applied') return { status: 'applied' };
      if (before?.status === 'sending' && before.leaseUntil > now) return { status: 'held' };
      const doubtful = before?.status === 'sending' || before?.status === 'unknown' || (before?.doubtful ?? false);
      const token = (before?.token ?? 0n) + 1n;
      const attempts = before?.attempts ?? 0;
      rows.set(id, { status: 'sending', token, attempts, doubtful, leaseUntil: now + leaseMs });
      return { status: 'claimed', token: { key, changeId, token }, attempts, doubtful };
    },
    async settle(token, { status, attempts, event }) {
      const id = idOf(token);
      const row = rows.get(id);
      if (row?.token !== token.token || row.status !== 'sending') return 'superseded';
      rows.set(id, { ...row, status, attempts, doubtful: status === 'unknown' });
      return append(event);
    },
  };
}
