import assert from 'node:assert/strict';
import type { LaneId, Ledger, NewDelivery, Settlement } from '@itsm-bridge/core';
import { claimed, created, newDelivery, settlement } from './samples.ts';

/** A delivery that has its ticket, and of which something is left to be done. */
export async function owing(
  ledger: Ledger,
  lane: LaneId,
  left: Pick<Settlement, 'twinsDue' | 'followUpsDue'>,
): Promise<NewDelivery> {
  const delivery = newDelivery(lane);
  const { token } = await claimed(ledger, delivery);
  assert.notEqual(await ledger.settle(token, { ...settlement(delivery, created), ...left }), 'superseded');
  return delivery;
}
