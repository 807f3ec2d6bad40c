/** The Link header of one page of a list; undefined where all is on one page. Without a total there is no last page. */
export function pageLinks(
  address: string,
  query: Readonly<Record<string, string>>,
  page: { readonly offset: number; readonly limit: number; readonly total: number; readonly counted: boolean },
): string | undefined {
  const { offset, limit, total, counted } = page;
  if (limit < 1 || (total <= limit && offset === 0)) return undefined;
  const link = (rel: string, to: number): string => {
    const search = new URLSearchParams({ ...query, sysparm_limit: `${limit}`, sysparm_offset: `${to}` });
    return `<${address}?${search}>;rel="${rel}"`;
  };
  const last = Math.floor((total - 1) / limit) * limit;
  return [
    link('first', 0),
    ...(offset > 0 ? [link('prev', Math.max(0, offset - limit))] : []),
    ...(offset + limit < total ? [link('next', offset + limit)] : []),
    ...(counted ? [link('last', Math.max(0, last))] : []),
  ].join(',');
}
