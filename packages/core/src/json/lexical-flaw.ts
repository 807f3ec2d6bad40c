import { codePointName } from './code-point-name.ts';
import type { JsonProblem } from './json-problem.ts';
import { deepest } from './sound-value.ts';

export interface LexicalFlaw extends JsonProblem {
  /** Up to here momoa may read: what begins here it would not refuse, or not survive. */
  readonly from: number;
}

// A text as far as it is one, with its closing quotation mark if it has it; or a bracket. What may stand in a text as it is
// are all characters but the quotation mark, the backslash and those before the space.
const pieces = /"[ !#-[\]-\u{10ffff}]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\u{10ffff}]*)*("?)|[[\]{}]/gu;

/**
 * The first text that is none, or the first bracket that is nested too deep. Both are looked for beforehand: momoa takes
 * control characters and line breaks inside a text, and a hostile depth would overflow its stack.
 */
export function lexicalFlaw(json: string): LexicalFlaw | undefined {
  let depth = 0;
  for (const { 0: piece, 1: quote, index } of json.matchAll(pieces)) {
    if (quote === '') return textFlaw(json, index, index + piece.length);
    if (piece === '[' || piece === '{') depth++;
    if (piece === ']' || piece === '}') depth--;
    if (depth > deepest) return { from: index, offset: index, message: `is nested more than ${deepest} levels deep` };
  }
  return undefined;
}

function textFlaw(json: string, from: number, end: number): LexicalFlaw {
  const mark = json.charAt(end);
  if (mark === '\\')
    return {
      from,
      offset: end,
      message: String.raw`a backslash that begins no escape; write \\ for the character itself`,
    };
  if (/^[\r\n]?$/.test(mark))
    return { from, offset: from, message: 'a text that is not closed on its line: a double quote is missing' };
  if (mark === '\t') return { from, offset: end, message: String.raw`a tab in a text; write \t` };
  const name = codePointName(mark);
  return {
    from,
    offset: end,
    message: `the invisible character ${name} in a text; write ${name.replace('U+', '\\u')}`,
  };
}
