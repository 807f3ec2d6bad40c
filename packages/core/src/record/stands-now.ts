import type { Delivery, DeliveryIdentity, Ledger, LiveOutcome } from '../contracts.ts';
import { deliveryOfRecord, standing } from './standing.ts';

/**
 * The delivery as its row tells of it, where a result could not be written: another process took over, or the write had
 * counted and its answer was lost on the way back. The ticket of that write is no older one.
 *
 * @throws ItsmError kind `ledger`
 */
export async function standsNow(
  ledger: Pick<Ledger, 'deliveries'>,
  identity: DeliveryIdentity,
  ours?: LiveOutcome,
): Promise<Delivery> {
  const [record] = await ledger.deliveries({ key: identity.key });
  if (record === undefined) return standing(identity, { status: 'held' });
  const delivery = deliveryOfRecord(record);
  const isOurs = ours?.kind === 'created' && record.status === 'created' && ours.ticket.id === record.ticket?.id;
  return isOurs ? { ...delivery, existing: false } : delivery;
}
