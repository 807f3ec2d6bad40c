interface Numbered {
  readonly id: bigint;
}

/** Newest first: at most `limit` items before the one that `after` names, and where the next page goes on. */
export function pageAfter<Item extends Numbered>(
  items: readonly Item[],
  limit: number,
  after: string | undefined,
): { readonly items: readonly Item[]; readonly next?: string } {
  const from = after === undefined ? undefined : BigInt(after);
  const left = items.filter(({ id }) => from === undefined || id < from).toSorted((a, b) => (a.id < b.id ? 1 : -1));
  const page = left.slice(0, limit);
  const last = page.at(-1);
  return { items: page, ...(last && left.length > limit ? { next: last.id.toString() } : {}) };
}
