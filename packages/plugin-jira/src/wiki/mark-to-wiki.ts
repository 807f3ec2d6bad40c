import { underMarks } from './under-marks.ts';

/** What stands on both sides of a stretch of markup: a delimiter must not touch a word. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

/**
 * A stretch between two delimiters, `*bold*`; with braces, `{*}bold{*}`, where it touches something. Blanks at the ends stand
 * outside.
 */
export function markToWiki(inner: string, delimiter: string, { before, after }: Sides): string {
  const content = inner.trim();
  if (content === '') return inner;
  const [leading = '', trailing = ''] = inner.split(content);
  const isFree = /(?:^|[ \t])$/.test(before + leading) && /^(?:$|[ \t.,;:])/.test(trailing + after);
  const side = isFree ? delimiter : `{${delimiter}}`;
  return leading + side + underMarks(content) + side + trailing;
}
