import type { QueuedDelivery } from '../../contracts.ts';
import { type DeliveryRow, waitingRow } from './delivery-row.ts';

/** To be sent as the dry run has shown, whatever became of the delivery before. */
export function approvedRow(
  before: DeliveryRow | undefined,
  delivery: QueuedDelivery,
  approved: bigint,
  now: Date,
): DeliveryRow {
  const row = waitingRow(before, delivery, undefined, now);
  const traceParent = delivery.traceParent ?? row.traceParent;
  return { ...row, record: { ...row.record, rounds: 0 }, approved, traceParent };
}
