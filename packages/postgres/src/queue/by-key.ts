interface Keyed {
  readonly key: string;
}

/** Rows and wake-ups are locked in this order by all: two callers with the same deliveries would wait for each other. */
export const byKey = (a: Keyed, b: Keyed): number => (a.key < b.key ? -1 : 1);
