/** A line as its container sees it. */
export interface Line {
  /** After the signs of the containers. */
  readonly start: number;
  /** The first character that is neither blank nor tab, or `end`. */
  readonly text: number;
  /** The line feed, or the end of the source. */
  readonly end: number;
  /** Columns between `start` and `text`; -1 for the line of a quote that has no sign. */
  readonly indent: number;
  /** The column of `start`, from which the width of a tab is counted. */
  readonly column: number;
}

const tab = 9;
const blank = 32;

export const isBlank = (code: number): boolean => code === blank || code === tab;

/** Columns to the next tab stop. */
export const tabWidth = (column: number): number => 4 - (column % 4);

export function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < source.length; ) {
    const feed = source.indexOf('\n', start);
    const end = feed === -1 ? source.length : feed;
    let [text, indent] = [start, 0];
    for (; text < end; text++) {
      const code = source.charCodeAt(text);
      if (code === blank) indent += 1;
      else if (code === tab) indent += tabWidth(indent);
      else break;
    }
    // Blanks behind the last line feed are no line.
    if (feed === -1 && text === end) break;
    lines.push({ start, text, end, indent, column: 0 });
    start = end + 1;
  }
  return lines;
}

/** The first position from `from` with something else than blanks and tabs, `end` at the latest. */
export function skipBlanks(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(source.charCodeAt(at))) at += 1;
  return at;
}

export function skipCode(source: string, from: number, end: number, code: number): number {
  let at = from;
  while (at < end && source.charCodeAt(at) === code) at += 1;
  return at;
}
