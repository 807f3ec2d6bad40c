import type { AdfText } from './adf-node.ts';
import type { Measure } from './measure.ts';
import { shortestFragment } from './shortest-fragment.ts';

/**
 * The front of a text node, cut after the last separator that fits, or between two characters where that would lose more than
 * half or leave a fragment; nothing when even that is a fragment.
 *
 * @param room in characters of the measure, for the whole node
 */
export function cutText(node: AdfText, room: number, measure: Measure, separator: '\n' | ' '): AdfText | undefined {
  const end = fittingLength(node, room, measure);
  const boundary = node.text.lastIndexOf(separator, end);
  const text = node.text.slice(0, boundary > end / 2 && boundary >= shortestFragment ? boundary : end);
  return text.trim().length < shortestFragment ? undefined : { ...node, text };
}

/** Searched by halves: what a character needs is the measure's business, such as two for a quote in JSON. */
function fittingLength(node: AdfText, room: number, measure: Measure): number {
  let fitting = 0;
  let tooLong = node.text.length + 1;
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    const text = node.text.slice(0, wholeCharacters(node.text, middle));
    if (measure({ ...node, text }) <= room) fitting = middle;
    else tooLong = middle;
  }
  return wholeCharacters(node.text, fitting);
}

/** One less where the length would split a surrogate pair. */
function wholeCharacters(text: string, length: number): number {
  return (text.codePointAt(length - 1) ?? 0) > 0xffff ? length - 1 : length;
}
