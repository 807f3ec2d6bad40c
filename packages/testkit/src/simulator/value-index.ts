/** Which records carry a value, so that a look-up among thousands does not read them all. */
export interface ValueIndex {
  /** Ids of the records that carry the value, in the order in which they took it. */
  idsOf(value: string): readonly string[];
  /** Says that a record carries `after` now, and no longer `before`. */
  move(id: string, before: readonly string[], after: readonly string[]): void;
}

export function createValueIndex(): ValueIndex {
  const carriers = new Map<string, Set<string>>();
  return {
    idsOf: value => [...(carriers.get(value) ?? [])],
    move: (id, before, after) => {
      for (const value of before) {
        if (after.includes(value)) continue;
        const ids = carriers.get(value);
        ids?.delete(id);
        if (ids?.size === 0) carriers.delete(value);
      }
      for (const value of after) carriers.set(value, (carriers.get(value) ?? new Set()).add(id));
    },
  };
}
