/** Where something stands in a text: from the first character to before the second, in UTF-16 units. */
export type Span = readonly [start: number, end: number];

/** What is taken out of texts, by name. */
export interface Pattern {
  /** As the config calls it; what is put in its place names it. */
  readonly name: string;
  /** Every place, from left to right; never an empty one. In time that grows with the text and no faster. */
  find(text: string): Iterable<Span>;
}

/** What is put in the place of what was taken out. */
export const markOf = (name: string): string => `[redacted:${name}]`;
