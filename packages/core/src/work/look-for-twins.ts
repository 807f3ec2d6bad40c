import type { Connected } from '../connected.ts';
import type { Clock, DeliveryRecord, EventSink, Ledger } from '../contracts.ts';
import { twinsEvent } from '../emit/twins-event.ts';
import { ItsmError } from '../itsm-error.ts';

export interface TwinLook {
  readonly ledger: Pick<Ledger, 'twins'>;
  readonly connected: Connected;
  readonly clock: Pick<Clock, 'now'>;
  readonly sink?: EventSink;
  /** Look at nothing more. */
  readonly stop: AbortSignal;
  /** Break off what is in flight. */
  readonly cutOff: AbortSignal;
  onProblem(error: unknown, key?: string): void;
}

const limit = 50;
/** A look that failed is made again after that. */
const againMs = 600_000;

/**
 * The last look of deliveries that got their ticket after a doubt. The oldest ticket stays the one that counts; the others
 * are put on record, and somebody is told. Never throws: what fails comes back by itself.
 */
export async function lookForTwins(look: TwinLook): Promise<void> {
  const { ledger, connected, stop, onProblem } = look;
  try {
    for (const record of await ledger.twins.take(connected.lane.id, { limit, againMs })) {
      if (stop.aborted) return;
      try {
        await lookOnce(look, record);
      } catch (error) {
        onProblem(error, record.key);
        // The platform, or our ledger, is away: it would be so for the others, too.
        if (ItsmError.is(error) && awayKinds.has(error.kind)) return;
      }
    }
  } catch (error) {
    onProblem(error);
  }
}

const awayKinds: ReadonlySet<string> = new Set(['unavailable', 'rate-limited', 'held', 'auth', 'cancelled', 'ledger']);

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
