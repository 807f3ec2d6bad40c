import type { Clock } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';

export interface Patience {
  readonly clock: Pick<Clock, 'sleep'>;
  readonly pauseMs: number;
  readonly signal: AbortSignal;
}

/** Asks the ledger until it answers: one that is away is waited for. Rejects with the signal, and with what is a defect. */
export type Patiently = <Answer>(ask: () => Promise<Answer>) => Promise<Answer>;

export const patience =
  ({ clock, pauseMs, signal }: Patience): Patiently =>
  async ask => {
    for (;;) {
      signal.throwIfAborted();
      try {
        return await ask();
      } catch (error) {
        if (!ItsmError.is(error) || error.kind !== 'ledger') throw error;
        await clock.sleep(pauseMs, signal);
      }
    }
  };
