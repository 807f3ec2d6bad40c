import { type KeepOptions, type Kept, keepFor } from './keep-for.ts';

export interface KeepEachOptions<Value> extends KeepOptions {
  /** Whether an answer is worth keeping: a name that nobody has may be made a minute later. @default every one is */
  keeps?(value: Value): boolean;
}

/**
 * `keepFor` of many: what was read for each that was asked for. What is asked for is plain data, and the same where its
 * JSON is.
 *
 * @param read is handed a signal that never fires
 */
export function keepEach<Asked, Value>(
  read: (asked: Asked, signal: AbortSignal) => Promise<Value>,
  { keeps = () => true, ...options }: KeepEachOptions<Value>,
): (asked: Asked, signal?: AbortSignal) => Promise<Value> {
  const known = new Map<string, Kept<Value>>();
  const keepOne = (asked: Asked, key: string): Kept<Value> => {
    const kept = keepFor(async signal => {
      let worth = false;
      try {
        const value = await read(asked, signal);
        worth = keeps(value);
        return value;
      } finally {
        if (!worth) known.delete(key);
      }
    }, options);
    known.set(key, kept);
    return kept;
  };
  return (asked, signal) => {
    const key = JSON.stringify(asked);
    return (known.get(key) ?? keepOne(asked, key)).get(signal);
  };
}
