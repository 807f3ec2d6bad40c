import type { Break, Text } from 'mdast';
import { skipBlanks } from '../blocks/line.ts';
import type { Found } from '../link-target.ts';

/** Punctuation behind a backslash is itself; a line break there is a hard one. */
export function escaped(text: string, start: number): Found<Break | Text> | undefined {
  const next = text[start + 1];
  if (next === undefined) return undefined;
  if (next === '\n') return { value: { type: 'break' }, end: skipBlanks(text, start + 2, text.length) };
  if (next === ' ') return { value: { type: 'text', value: '\\' }, end: start + 1 };
  const value = /[!-/:-@[-`{-~]/.test(next) ? next : `\\${next}`;
  return { value: { type: 'text', value }, end: start + 2 };
}
