import type { Clock, DeliveryRecord, EventSink, Ledger } from '../contracts.ts';
import { twinsEvent } from '../emit/twins-event.ts';
import { type DueWork, eachDue } from './each-due.ts';

export interface TwinLook extends DueWork {
  readonly ledger: Pick<Ledger, 'twins'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly sink?: EventSink;
}

/** A look that failed is made again after that. */
const againMs = 600_000;

/**
 * The last look of deliveries that got their ticket after a doubt. The oldest ticket stays the one that counts; the others
 * are put on record, and somebody is told. Never throws: what fails comes back by itself.
 */
export const lookForTwins = (look: TwinLook): Promise<void> =>
  eachDue(look, look.ledger.twins, againMs, async record => {
    await lookOnce(look, record);
    return 'done';
  });

async function lookOnce({ ledger, connected, clock, sink, cutOff }: TwinLook, record: DeliveryRecord): Promise<void> {
  const { key, createdAt, ticket } = record;
  const began = clock.now();
  // Whatever was sent for this delivery was sent since it is on record.
  const doubt = { from: createdAt, until: began, answered: false };
  const seen = await connected.adapter.find({ key, signal: cutOff, doubt });
  const all = seen.kind === 'found' ? [seen.ticket, ...seen.twins] : [];
  const twins = all.filter(({ id }) => id !== ticket?.id);
  if (ticket === undefined || twins.length === 0) return ledger.twins.clear(key);
  const event = await ledger.twins.record(key, twins, twinsEvent(record, ticket, twins, { began, now: clock.now() }));
  if (event !== 'superseded') sink?.emit(event);
}
