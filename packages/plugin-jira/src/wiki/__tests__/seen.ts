/** What a reader sees of wiki markup: text, code as it is, and whatever else is around or between them by its name. */
export type Seen =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'preformatted'; readonly text: string; readonly language?: string }
  | { readonly type: string; readonly children: readonly Seen[] };

/** All text in reading order. */
export function textOf(seen: readonly Seen[]): string {
  return seen.map(one => ('text' in one ? one.text : textOf(one.children))).join('');
}

/** The names of everything that is not text, in reading order. */
export function markupIn(seen: readonly Seen[]): readonly string[] {
  return seen.flatMap(one => {
    if (!('children' in one)) return one.type === 'text' ? [] : [one.type];
    return [one.type, ...markupIn(one.children)];
  });
}

/** A short form for examples: `paragraph(bold(a) b)`. */
export function outline(seen: readonly Seen[]): string {
  return seen
    .map(one => {
      if (!('children' in one)) return one.type === 'text' ? one.text : `${one.type}<${one.text}>`;
      return `${one.type}(${outline(one.children)})`;
    })
    .join('');
}
