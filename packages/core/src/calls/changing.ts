import type { ChangeOrder } from '../change/apply-change.ts';
import { newChanges } from '../change/new-changes.ts';
import type { ChangeDelivery, DeliveryRecord } from '../contracts.ts';
import type { Itsm } from '../itsm.ts';
import { ItsmError } from '../itsm-error.ts';
import { keyOnTicket } from '../recur/key-on-ticket.ts';
import { redactChange } from '../redact/redact-change.ts';
import type { Update } from '../update.ts';
import { type CallDeps, never } from './call-deps.ts';

/** Later findings reach the tickets that a job has. */
export function changingCalls({
  ledger,
  byName,
  isOurs,
  update,
  newId,
  track,
  redactor,
}: CallDeps): Pick<Itsm, 'updateTickets'> {
  return {
    async updateTickets(jobId, asked, { signal = never } = {}) {
      // Before a note gets its id, which is made of its text.
      const change = redactChange(asked, redactor);
      const records = (await ledger.deliveries({ jobId })).filter(
        record => record.ticket && byName.has(record.integration) && isOurs(record),
      );
      if (records.length === 0) {
        throw new ItsmError(
          'input',
          `Job "${jobId}" has no ticket on record here. "itsm tickets" lists those that have.`,
        );
      }
      const ordersOf = async (record: DeliveryRecord): Promise<readonly ChangeOrder[]> => {
        const { integration, ticket } = record;
        const one = byName.get(integration);
        if (!one || !ticket) return [];
        const key = await keyOnTicket(ledger, record);
        const changes = newChanges(change, { key, audience: one.integration.audience, newId });
        return changes.map(each => ({ connected: one, key, jobId, ticket, change: each, signal }));
      };
      const orders = await Promise.all(records.map(ordersOf));
      return (await Promise.all(orders.map(each => track(inTurn(each, update))))).flat();
    },
  };
}

/**
 * The changes of one ticket, in their order: a note may speak of the fields before it, and not of a file that is not
 * there.
 */
async function inTurn(orders: readonly ChangeOrder[], update: Update): Promise<readonly ChangeDelivery[]> {
  const done: ChangeDelivery[] = [];
  for (const order of orders) {
    const delivery = await update(order);
    done.push(delivery);
    if (order.change.kind === 'attach' && !delivery.success) break;
  }
  return done;
}
