import type { Code } from 'mdast';
import type { BlockState } from './block-state.ts';
import { lineAt, textOf } from './lines-of-state.ts';
import { placed } from './placed.ts';

/** Lines that are indented by four columns and more, and the empty ones between them. */
export function readIndentedCode(state: BlockState, start: number, end: number): Code {
  let last = start + 1;
  for (let at = last; at < end; at++) {
    const line = lineAt(state, at);
    if (line.text >= line.end) continue;
    if (line.indent - state.indent < 4) break;
    last = at + 1;
  }
  state.line = last;
  const value = textOf(state, start, last, state.indent + 4);
  return placed<Code>(state, { type: 'code', lang: null, meta: null, value }, start, last);
}
