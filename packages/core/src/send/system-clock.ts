import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';

export const systemClock: Clock = {
  now: () => new Date(),
  async sleep(ms, signal) {
    try {
      await wait(ms, undefined, { signal });
    } catch (cause) {
      throw new ItsmError('cancelled', 'The wait was cut short.', { cause });
    }
  },
};
