import { type Itsm, ItsmError } from '@itsm-bridge/core';
import type { Message } from './message.ts';

/** Not settled: a rate limit to wait for, an answer that never came, another worker at it. */
const again = new Set(['pending', 'unknown', 'sending']);

/**
 * Delivers what the queue hands out, one after the other. A platform that refuses is no reason to hand a message back: the
 * refusal is on record. What is not settled yet, or could not be put on record, comes again later; the same analysis
 * twice gives the same tickets, so that this is safe.
 */
export async function consume(queue: AsyncIterable<Message>, itsm: Itsm, stop: AbortSignal): Promise<number> {
  let delivered = 0;
  for await (const message of queue) {
    try {
      const deliveries = await itsm.createTickets(message.body);
      for (const { status, integration, jobId, ticket } of deliveries) {
        process.stdout.write(`${jobId} ${integration} ${status} ${ticket?.url ?? ''}\n`);
      }
      const open = deliveries.filter(({ status }) => again.has(status));
      if (open.length > 0) {
        await message.nack(open.map(({ integration, status }) => `${integration} ${status}`).join(', '));
      } else {
        await message.ack();
        delivered++;
      }
    } catch (error) {
      if (!ItsmError.is(error)) throw error;
      // A poison message would come back for ever; a ledger that is down will be up again.
      if (error.kind === 'ledger') await message.nack(error.message);
      else {
        process.stderr.write(`${error.message}\n`);
        await message.ack();
      }
    }
    if (stop.aborted) break;
  }
  return delivered;
}
