import { type Itsm, ItsmError } from '@itsm-bridge/core';
import type { Message } from './message.ts';

/**
 * Delivers what the queue hands out, one after the other. A platform that fails is no reason to hand a message back: its
 * failure is on record and can be replayed. Only what could not be put on record comes again; the same analysis twice
 * gives the same tickets, so that this is safe.
 */
export async function consume(queue: AsyncIterable<Message>, itsm: Itsm, stop: AbortSignal): Promise<number> {
  let delivered = 0;
  for await (const message of queue) {
    try {
      const deliveries = await itsm.createTickets(message.body);
      for (const { status, integration, jobId, ticket } of deliveries) {
        process.stdout.write(`${jobId} ${integration} ${status} ${ticket?.url ?? ''}\n`);
      }
      await message.ack();
      delivered++;
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
