import type { Clock, LaneId, LaneState, Lanes } from '../../contracts.ts';
import type { Closure } from './delivery-row.ts';

interface LaneRow extends Omit<LaneState, 'slotInMs'> {
  /** When the breaker opened, within the last hour. */
  readonly trips: readonly number[];
  readonly probeUntil: number;
  /** When the next request may start, in Unix milliseconds. */
  readonly slotAt: number;
  /** When tickets were admitted, within the last hour. */
  readonly admitted: readonly number[];
}

const hourMs = 3_600_000;
const idle: LaneRow = { trips: [], probeUntil: 0, slotAt: 0, admitted: [] };

export interface MemoryLanes extends Lanes {
  closure(lane: LaneId): Closure | undefined;
}

/** @param onOpen Called when a lane opens: what waited for it is due. */
export function createMemoryLanes(clock: Pick<Clock, 'now'>, onOpen: (lane: LaneId) => void): MemoryLanes {
  const lanes = new Map<string, LaneRow>();
  const idOf = ({ environment, integration }: LaneId) => JSON.stringify([environment, integration]);
  const rowOf = (lane: LaneId) => (lanes.size === 0 ? idle : (lanes.get(idOf(lane)) ?? idle));
  const put = (lane: LaneId, row: LaneRow) => {
    lanes.set(idOf(lane), row);
  };
  const closure = (lane: LaneId): Closure | undefined => {
    const { paused, breaker } = rowOf(lane);
    if (paused) return { error: paused.error, until: undefined };
    return breaker && { error: breaker.error, until: breaker.until };
  };

  return {
    closure,
    async state(lane) {
      const { paused, breaker, slotAt } = rowOf(lane);
      const slotInMs = slotAt - clock.now().getTime();
      return { ...(paused && { paused }), ...(breaker && { breaker }), ...(slotInMs > 0 && { slotInMs }) };
    },
    async pause(lane, error) {
      put(lane, { ...rowOf(lane), paused: { since: clock.now(), error } });
    },
    async resume(lane) {
      const { paused: _paused, breaker: _breaker, ...row } = rowOf(lane);
      put(lane, row);
      onOpen(lane);
    },
    async trip(lane, { error, baseMs, maxMs }) {
      const { breaker, ...row } = rowOf(lane);
      const now = clock.now();
      const before = row.trips.filter(at => at > now.getTime() - hourMs);
      // Requests that were under way together fail together: one opening, however many tell of it.
      const isOpen = breaker !== undefined && breaker.until > now;
      const openMs = Math.min(baseMs * 2 ** (isOpen ? 0 : before.length), maxMs);
      const until = new Date(Math.max(now.getTime() + openMs, breaker?.until.getTime() ?? 0));
      const trips = isOpen ? before : [...before, now.getTime()];
      put(lane, { ...row, trips, probeUntil: 0, breaker: { since: breaker?.since ?? now, until, error } });
    },
    async beginProbe(lane, leaseMs) {
      const row = rowOf(lane);
      const now = clock.now().getTime();
      if (!row.breaker || row.breaker.until.getTime() > now || row.probeUntil > now) return false;
      put(lane, { ...row, probeUntil: now + leaseMs });
      return true;
    },
    async leaveProbe(lane) {
      put(lane, { ...rowOf(lane), probeUntil: 0 });
    },
    async closeBreaker(lane) {
      const { breaker: _, ...row } = rowOf(lane);
      put(lane, { ...row, probeUntil: 0 });
      if (!row.paused) onOpen(lane);
    },
    async reserve(lane, { slots, perSecond }) {
      const row = rowOf(lane);
      const now = clock.now().getTime();
      const first = Math.max(row.slotAt, now);
      put(lane, { ...row, slotAt: first + (slots * 1000) / perSecond });
      return first - now;
    },
    async hold(lane, ms) {
      const row = rowOf(lane);
      put(lane, { ...row, slotAt: Math.max(row.slotAt, clock.now().getTime() + ms) });
    },
    async admit(lane, perHour) {
      const row = rowOf(lane);
      const now = clock.now().getTime();
      const recent = row.admitted.filter(at => at > now - hourMs);
      const room = recent.length < perHour;
      put(lane, { ...row, admitted: room ? [...recent, now] : recent });
      return room ? 0 : (recent[recent.length - perHour] ?? now) + hourMs - now;
    },
    async giveBack(lane) {
      const row = rowOf(lane);
      const recent = row.admitted.filter(at => at > clock.now().getTime() - hourMs);
      put(lane, { ...row, admitted: recent.slice(1) });
    },
  };
}
