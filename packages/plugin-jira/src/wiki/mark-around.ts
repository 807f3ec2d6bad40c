import type { AdfInline, AdfMark } from '../adf/adf-node.ts';

export interface MarkedStretch {
  /** `undefined` where there is none but those that are open. */
  readonly mark: AdfMark | undefined;
  /** Of the first inline after the stretch. */
  readonly end: number;
}

/**
 * Of the marks of an inline that are not open yet, that which goes on longest: bold is around a link in it. Code is
 * innermost, and its own stretch.
 */
export function markAround(inlines: readonly AdfInline[], start: number, open: readonly AdfMark[]): MarkedStretch {
  const marks = marksOf(inlines[start]).filter(mark => !hasMark(open, mark));
  const stretches = marks
    .filter(mark => mark.type !== 'code')
    .map(mark => ({ mark, end: endOf(inlines, start, mark) }));
  const [longest] = stretches.toSorted((one, other) => other.end - one.end);
  return longest ?? { mark: marks[0], end: start + 1 };
}

export function marksOf(inline: AdfInline | undefined): readonly AdfMark[] {
  return (inline?.type === 'text' && inline.marks) || [];
}

export function hasMark(marks: readonly AdfMark[], mark: AdfMark): boolean {
  return marks.some(one => JSON.stringify(one) === JSON.stringify(mark));
}

/** A line break has no marks: it belongs to the stretch that goes on after it. */
function endOf(inlines: readonly AdfInline[], start: number, mark: AdfMark): number {
  let end = start + 1;
  for (let index = end; index < inlines.length; index += 1) {
    const inline = inlines[index];
    if (inline?.type === 'hardBreak') continue;
    if (!hasMark(marksOf(inline), mark)) break;
    end = index + 1;
  }
  return end;
}
