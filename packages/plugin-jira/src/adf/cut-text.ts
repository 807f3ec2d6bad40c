import type { AdfText } from './adf-node.ts';

/** A shorter rest of a text says nothing. */
const shortest = 40;

/**
 * The front of a text node, cut after the last separator that fits, or between two characters where that would lose more than half;
 * nothing when that is less than forty characters.
 *
 * @param room in characters of JSON, the node's own braces included
 */
export function cutText(node: AdfText, room: number, separator: '\n' | ' '): AdfText | undefined {
  const inside = room - JSON.stringify({ ...node, text: '' }).length;
  const end = fittingLength(node.text, inside);
  if (end < shortest) return undefined;
  const boundary = node.text.lastIndexOf(separator, end);
  const text = node.text.slice(0, boundary > end / 2 ? boundary : end);
  return text.trim() === '' ? undefined : { ...node, text };
}

/** Counts what a character needs in JSON: a quote or a newline two, a control character six. Surrogate pairs stay whole. */
function fittingLength(text: string, room: number): number {
  let used = 0;
  let length = 0;
  for (const character of text) {
    used += JSON.stringify(character).length - '""'.length;
    if (used > room) break;
    length += character.length;
  }
  return length;
}
