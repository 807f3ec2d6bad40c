import type { Secret } from '../../contracts.ts';
import { maskedHandle } from './masked-handle.ts';

/**
 * A secret that is read at its first `reveal` and kept in a closure, out of the reach of whatever prints or copies the handle.
 * A read that failed is not kept: the next `reveal` tries again.
 */
export function secretHandle(read: () => Promise<string>): Secret {
  let known: Promise<string> | undefined;
  let refreshing: Promise<boolean> | undefined;

  const reveal = (): Promise<string> => {
    if (known === undefined) {
      const reading = read();
      known = reading;
      reading.catch(() => {
        if (known === reading) known = undefined;
      });
    }
    return known;
  };

  const readAgain = async (): Promise<boolean> => {
    // A value that was never read, or could not be, counts as none: the first reading is no change.
    const before = await known?.catch(() => undefined);
    const now = await read();
    known = Promise.resolve(now);
    return before !== undefined && before !== now;
  };

  const refresh = (): Promise<boolean> => {
    // Requests that were refused together share one reading: each of them learns of the change.
    refreshing ??= readAgain().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  };

  return maskedHandle({ reveal, refresh });
}
