import type { ThematicBreak } from 'mdast';
import type { BlockState } from './block-state.ts';
import { isBlank, type Line } from './line.ts';
import { lineAt } from './lines-of-state.ts';
import { placed } from './placed.ts';

export function readRule(state: BlockState, start: number): ThematicBreak | undefined {
  if (!isRule(state.source, lineAt(state, start))) return undefined;
  state.line = start + 1;
  return placed<ThematicBreak>(state, { type: 'thematicBreak' }, start, start + 1);
}

/** Three or more of `*`, `-` or `_`, and nothing else but blanks between them. */
export function isRule(source: string, { text, end }: Line): boolean {
  const sign = source.charCodeAt(text);
  if (sign !== star && sign !== hyphen && sign !== underscore) return false;
  let signs = 0;
  for (let at = text; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === sign) signs += 1;
    else if (!isBlank(code)) return false;
  }
  return signs >= 3;
}

const [star, hyphen, underscore] = [0x2a, 0x2d, 0x5f];
