import type { Failure, LaneId, Lanes } from '@itsm-bridge/core';
import type { RunSql } from '../run-sql.ts';
import { laneSql } from './lane-sql.ts';

interface LaneRow {
  readonly paused_at: Date | null;
  readonly paused_error: Failure | null;
  readonly breaker_at: Date | null;
  readonly breaker_until: Date | null;
  readonly breaker_error: Failure | null;
  readonly slot_in_ms: number | null;
}

/** A second at the least between two questions for a place in the hour. */
const leastWaitMs = 1000;

/** @param onOpen Told when a lane opens, so that whoever waits for work looks again. */
export function createSqlLanes(run: RunSql, schema: string, onOpen: (lane: LaneId) => Promise<void>): Lanes {
  const sql = laneSql(schema);
  const of = ({ environment, integration }: LaneId, ...more: readonly unknown[]) => [environment, integration, ...more];
  const failure = ({ kind, message }: Failure) => JSON.stringify({ kind, message });

  return {
    async state(lane) {
      const [row] = await run<LaneRow>(sql.state, of(lane));
      const { paused_at, paused_error, breaker_at, breaker_until, breaker_error, slot_in_ms } = row ?? nothing;
      return {
        ...(paused_at && paused_error && { paused: { since: paused_at, error: paused_error } }),
        ...(breaker_at &&
          breaker_until &&
          breaker_error && { breaker: { since: breaker_at, until: breaker_until, error: breaker_error } }),
        ...(slot_in_ms !== null && slot_in_ms > 0 && { slotInMs: slot_in_ms }),
      };
    },
    async pause(lane, error) {
      await run(sql.pause, of(lane, failure(error)));
    },
    async resume(lane) {
      await run(sql.resume, of(lane));
      await onOpen(lane);
    },
    async trip(lane, { error, baseMs, maxMs }) {
      await run(sql.trip, of(lane, failure(error), baseMs, maxMs));
    },
    async beginProbe(lane, leaseMs) {
      return (await run(sql.beginProbe, of(lane, leaseMs))).length === 1;
    },
    async leaveProbe(lane) {
      await run(sql.leaveProbe, of(lane));
    },
    async closeBreaker(lane) {
      await run(sql.closeBreaker, of(lane));
      await run(sql.closePausedBreaker, of(lane));
      await onOpen(lane);
    },
    async reserve(lane, { slots, perSecond }) {
      const [row] = await run<{ readonly wait_ms: number }>(sql.reserve, of(lane, slots, perSecond));
      return row?.wait_ms ?? 0;
    },
    async hold(lane, ms) {
      await run(sql.hold, of(lane, ms));
    },
    async admit(lane, perHour) {
      const admitted = await run(sql.admit, of(lane, perHour));
      if (admitted.length > 0) return 0;
      const [row] = await run<{ readonly wait_ms: string | null }>(sql.roomAfter, of(lane, perHour));
      return Math.max(leastWaitMs, Number(row?.wait_ms ?? leastWaitMs));
    },
    async giveBack(lane) {
      await run(sql.giveBack, of(lane));
    },
  };
}

const nothing: LaneRow = {
  paused_at: null,
  paused_error: null,
  breaker_at: null,
  breaker_until: null,
  breaker_error: null,
  slot_in_ms: null,
};
