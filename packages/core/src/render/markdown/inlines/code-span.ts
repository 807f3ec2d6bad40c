import type { InlineCode } from 'mdast';
import { skipCode } from '../blocks/line.ts';
import type { Found } from '../link-target.ts';
import type { InlineState } from './inline-state.ts';

const backtick = 0x60;

/** Text between two runs of as many backticks. Undefined where the second is missing. */
export function codeSpan(state: InlineState, start: number): Found<InlineCode> | undefined {
  const { text } = state;
  const inside = skipCode(text, start, text.length, backtick);
  const length = inside - start;
  if (state.lastBackticks !== undefined && (state.lastBackticks[length] ?? -1) < inside) return undefined;
  for (let at = text.indexOf('`', inside); at !== -1; ) {
    const end = skipCode(text, at, text.length, backtick);
    if (end - at === length) return { value: { type: 'inlineCode', value: contentOf(text.slice(inside, at)) }, end };
    at = text.indexOf('`', end);
  }
  state.lastBackticks ??= lastRuns(text);
  return undefined;
}

/** One blank at both ends lets code begin and end with a backtick. */
function contentOf(code: string): string {
  const line = code.includes('\n') ? code.replaceAll('\n', ' ') : code;
  return line.startsWith(' ') && line.endsWith(' ') && /[^ ]/.test(line) ? line.slice(1, -1) : line;
}

function lastRuns(text: string): number[] {
  const last: number[] = [];
  for (let at = text.indexOf('`'); at !== -1; ) {
    const end = skipCode(text, at, text.length, backtick);
    last[end - at] = at;
    at = text.indexOf('`', end);
  }
  return last;
}
