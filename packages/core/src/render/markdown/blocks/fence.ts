import type { Code } from 'mdast';
import { unescaped } from '../unescaped.ts';
import type { BlockState } from './block-state.ts';
import { type Line, skipBlanks, skipCode } from './line.ts';
import { lineAt, textOf } from './lines-of-state.ts';
import { placed } from './placed.ts';

/** Code between two fences, or from one to the end of its container. */
export function readFence(state: BlockState, start: number, end: number): Code | undefined {
  const { source } = state;
  const opening = lineAt(state, start);
  const length = fenceLength(source, opening);
  if (length === 0) return undefined;
  const code = source.charCodeAt(opening.text);
  let last = start + 1;
  let isClosed = false;
  for (; last < end && !isClosed; last++) {
    const line = lineAt(state, last);
    if (line.text < line.end && line.indent < state.indent) break;
    isClosed = source.charCodeAt(line.text) === code && isClosing(state, line, code, length);
  }
  state.line = last;
  const info = unescaped(source.slice(opening.text + length, opening.end).trim());
  const [, lang = '', meta = ''] = /^(\S*)\s*(.*)$/s.exec(info) ?? [];
  const block: Code = {
    type: 'code',
    lang: lang || null,
    meta: meta || null,
    value: textOf(state, start + 1, isClosed ? last - 1 : last, opening.indent),
  };
  return placed(state, block, start, last);
}

/** How many backticks or tildes begin code; 0 where there is none. */
export function fenceLength(source: string, { text, end }: Line): number {
  const code = source.charCodeAt(text);
  if (code !== backtick && code !== tilde) return 0;
  const after = skipCode(source, text, end, code);
  if (after - text < 3) return 0;
  return code === backtick && source.slice(after, end).includes('`') ? 0 : after - text;
}

function isClosing({ source, indent }: BlockState, line: Line, code: number, length: number): boolean {
  if (line.indent - indent >= 4) return false;
  const after = skipCode(source, line.text, line.end, code);
  return after - line.text >= length && skipBlanks(source, after, line.end) === line.end;
}

const [backtick, tilde] = [0x60, 0x7e];
