import type { Connected } from '../connected.ts';
import type { DeliveryRecord, DueDeliveries } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';

export interface DueWork {
  readonly connected: Connected;
  /** Begin nothing more. */
  readonly stop: AbortSignal;
  /** Break off what is in flight. */
  readonly cutOff: AbortSignal;
  onProblem(error: unknown, key?: string): void;
}

const limit = 50;

/**
 * What is due in a lane, one after the other. Never throws: what fails comes back by itself, after `againMs`.
 *
 * @param doOne answers or throws; `away` and a failure of that sort end the round, for it would be so for the others, too
 */
export async function eachDue(
  { connected, stop, onProblem }: DueWork,
  due: DueDeliveries,
  againMs: number,
  doOne: (record: DeliveryRecord) => Promise<'done' | 'away'>,
): Promise<void> {
  try {
    const { lane, approvedOnly = false } = connected;
    for (const record of await due.take({ ...lane.id, approvedOnly }, { limit, againMs })) {
      if (stop.aborted) return;
      try {
        if ((await doOne(record)) === 'away') return;
      } catch (error) {
        onProblem(error, record.key);
        if (ItsmError.is(error) && awayKinds.has(error.kind)) return;
      }
    }
  } catch (error) {
    onProblem(error);
  }
}

/** The platform, or our ledger, is away. */
const awayKinds: ReadonlySet<string> = new Set(['unavailable', 'rate-limited', 'held', 'auth', 'cancelled', 'ledger']);
