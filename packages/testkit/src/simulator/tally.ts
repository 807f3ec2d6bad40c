/** Counts by name. A name that never came is not in it. */
export interface Tally {
  readonly counts: Readonly<Record<string, number>>;
  add(name: string): void;
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  return {
    get counts() {
      return Object.fromEntries(counts);
    },
    add: name => {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
  };
}
