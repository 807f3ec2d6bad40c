import type { DeliveryRecord, Ledger } from '../contracts.ts';

/**
 * The key that a delivery's ticket carries: its own, or, where it recurred on an earlier ticket, that of the delivery which
 * created the ticket.
 */
export async function keyOnTicket(ledger: Pick<Ledger, 'deliveries'>, record: DeliveryRecord): Promise<string> {
  const { key, status, ticket, fingerprint, environment, integration } = record;
  if (status !== 'found' || ticket === undefined || fingerprint === undefined) return key;
  const same = await ledger.deliveries({ fingerprint, environment, integration });
  return same.find(other => other.ticket?.id === ticket.id)?.key ?? key;
}
