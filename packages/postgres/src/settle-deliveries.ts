import { setTimeout as sleep } from 'node:timers/promises';
import { type ClaimToken, ItsmError, type ItsmEvent, type NewEvent, type Settlement } from '@itsm-bridge/core';
import { grownTo, prepared } from './prepared.ts';
import type { RunSql } from './run-sql.ts';
import { type Given, givenBy, settleSql, settleValues } from './sql/settle.sql.ts';
import { storable } from './storable.ts';
import { together } from './together.ts';

interface SettledRow {
  /** From 1. */
  readonly nth: number;
  readonly id: string;
}

interface Settling {
  readonly given: Given;
  readonly event: NewEvent;
}

/** As many as one statement settles: with large payloads it is a few megabytes. */
const atMost = 16;

/** Less than a settlement takes, and long enough for those whose platforms answer at the same time. */
const pauseMs = 2;

/**
 * Settlements of all workers take turns until each has committed (`takeTurnSql`), so that those of one process that come
 * meanwhile share a turn, a commit and a round trip.
 */
export function settleDeliveries(run: RunSql, schema: string, onEvent: () => void) {
  const sql = grownTo(prepared('settle', settleSql(schema)));
  /** Every row of the deliveries that has ended has an event of its own. */
  let newest = 0;
  const settleAll = async (all: readonly Settling[]): Promise<readonly (ItsmEvent | 'superseded')[]> => {
    const rows = await run<SettledRow>(sql(newest), settleValues(all.map(({ given }) => given)));
    if (rows.length > 0) onEvent();
    newest = Math.max(newest, ...rows.map(({ id }) => Number(id)));
    const ids = new Map(rows.map(({ nth, id }) => [nth, BigInt(id)]));
    return all.map(({ event }, at) => {
      const id = ids.get(at + 1);
      return id === undefined ? 'superseded' : { ...event, id };
    });
  };
  const settle = together(settleAll, { atMost, isOfOne, pause: () => sleep(pauseMs) });

  return async (token: ClaimToken, { sent, ...settlement }: Settlement): Promise<ItsmEvent | 'superseded'> => {
    // As JSON the payload can be kept, whatever is in its texts: it is shown as it was sent. One that cannot be written is
    // no matter of the others.
    const kept = { ...storable(settlement), ...(sent && { sent }) };
    return settle({ given: givenBy(token, kept), event: kept.event });
  };
}

/**
 * SQLSTATE classes 22, 23 and 54: a value that cannot be, that may not be, or that is too large. 55P03 and 40P01: somebody
 * else has the row of one, for long or in the other order.
 */
const isOfOne = (error: unknown): boolean => {
  const cause = ItsmError.is(error) ? error.cause : error;
  return cause instanceof Error && 'code' in cause && /^(?:22|23|54|55P03|40P01)/.test(String(cause.code));
};
