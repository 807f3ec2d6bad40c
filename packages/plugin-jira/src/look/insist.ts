import { type Clock, ItsmError } from '@itsm-bridge/core';

const waitsMs = [250, 500] as const;

/**
 * A read of a look-up, tried three times: a look-up is made of many reads, and one that failed in passing should not cost
 * them all. Retry-After is the lane's business, and a refusal is final.
 */
export async function insist<Answer>(read: () => Promise<Answer>, clock: Clock, signal: AbortSignal): Promise<Answer> {
  for (const waitMs of waitsMs) {
    try {
      return await read();
    } catch (error) {
      const passing = ItsmError.is(error) && (error.kind === 'unavailable' || error.kind === 'outcome-unknown');
      if (!passing || error.retryAfterMs !== undefined) throw error;
      await clock.sleep(waitMs, signal);
    }
  }
  return read();
}
