/** The medians of many rounds. */
export interface Comparison {
  readonly oursMs: number;
  readonly theirsMs: number;
  /** Ours by theirs in the same round, the median of the rounds: what else the machine does slows both. */
  readonly ratio: number;
}

/**
 * Runs two functions in turns, the first one first in every other round.
 *
 * @param now milliseconds
 */
export function sideBySide(ours: () => void, theirs: () => void, rounds: number, now: () => number): Comparison {
  const timeOf = (run: () => void) => {
    const startedAt = now();
    run();
    return now() - startedAt;
  };
  const times = Array.from({ length: rounds }, (_, round) => {
    if (round % 2 === 0) return { oursMs: timeOf(ours), theirsMs: timeOf(theirs) };
    const theirsMs = timeOf(theirs);
    return { oursMs: timeOf(ours), theirsMs };
  });
  return {
    oursMs: median(times.map(({ oursMs }) => oursMs)),
    theirsMs: median(times.map(({ theirsMs }) => theirsMs)),
    ratio: median(times.map(({ oursMs, theirsMs }) => oursMs / theirsMs)),
  };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
