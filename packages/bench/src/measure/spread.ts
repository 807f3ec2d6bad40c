/** The middle of many rounds, and how far apart half of them are. */
export interface Spread {
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
}

/** @throws Error there are none */
export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((one, other) => one - other);
  const at = (share: number) => {
    const value = sorted[Math.round((sorted.length - 1) * share)];
    if (value === undefined) throw new Error('Nothing was measured.');
    return value;
  };
  return { median: at(0.5), lowerQuartile: at(0.25), upperQuartile: at(0.75) };
}
