import { type KeepOptions, type Kept, keepFor } from './keep-for.ts';

export interface KeepEachOptions<Value> extends KeepOptions {
  /** Whether an answer is worth keeping: a name that nobody has may be made a minute later. @default every one is */
  keeps?(value: Value): boolean;
}

/** `signal` ends the wait of one caller, never the reading of the others. */
export interface KeptEach<Asked, Value> {
  (asked: Asked, signal?: AbortSignal): Promise<Value>;
  /** As it is now, for what did not fit; not more often than `pauseMs` lets it. */
  anew(asked: Asked, signal?: AbortSignal): Promise<Value>;
}

/**
 * `keepFor` of many: what was read for each that was asked for. What is asked for is plain data, and the same where its
 * JSON is. What is old is let go, also where nobody asks for it again.
 *
 * @param read is handed a signal that never fires
 */
export function keepEach<Asked, Value>(
  read: (asked: Asked, signal: AbortSignal) => Promise<Value>,
  { keeps = () => true, ...options }: KeepEachOptions<Value>,
): KeptEach<Asked, Value> {
  /** In the order in which they were made: the oldest first. */
  const known = new Map<string, { readonly kept: Kept<Value>; readonly since: number }>();

  const letOldGo = (now: number) => {
    for (const [key, { since }] of known) {
      if (now - since < options.freshMs) return;
      known.delete(key);
    }
  };

  const keepOne = (asked: Asked, key: string, since: number): Kept<Value> => {
    const kept = keepFor(async signal => {
      let worth = false;
      try {
        const value = await read(asked, signal);
        worth = keeps(value);
        return value;
      } finally {
        if (!worth && known.get(key)?.kept === kept) known.delete(key);
      }
    }, options);
    known.set(key, { kept, since });
    return kept;
  };

  const keptOf = (asked: Asked): Kept<Value> => {
    const now = options.clock.now().getTime();
    letOldGo(now);
    const key = JSON.stringify(asked);
    return known.get(key)?.kept ?? keepOne(asked, key, now);
  };
  return Object.assign((asked: Asked, signal?: AbortSignal) => keptOf(asked).get(signal), {
    anew: (asked: Asked, signal?: AbortSignal) => keptOf(asked).anew(signal),
  });
}
