import { type PlatformFailure, platformFailures } from '../platforms/failures.ts';

/** The failures that are to be met, in turns: one that has not been met comes again. */
export interface FailureQueue {
  next(): PlatformFailure;
  met(failure: PlatformFailure): void;
  /** Those that nobody has met yet. */
  left(): readonly string[];
}

export function createFailureQueue(all: readonly PlatformFailure[] = platformFailures): FailureQueue {
  const met = new Set<PlatformFailure>();
  let turn = 0;
  return {
    next() {
      const waiting = all.filter(failure => !met.has(failure));
      const list = waiting.length > 0 ? waiting : all;
      return list[turn++ % list.length] as PlatformFailure;
    },
    met: failure => void met.add(failure),
    left: () => all.filter(failure => !met.has(failure)).map(({ name }) => name),
  };
}
