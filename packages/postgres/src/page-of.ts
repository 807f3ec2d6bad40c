/** A page of rows that were asked for with one more than it has, and the id after which the next one goes on. */
export function pageOf<Row extends { readonly id: string }>(
  rows: readonly Row[],
  limit: number,
): { readonly items: readonly Row[]; readonly next?: string } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(last && rows.length > limit ? { next: last.id } : {}) };
}
