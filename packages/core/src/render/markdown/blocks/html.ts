import type { Html } from 'mdast';
import type { BlockState } from './block-state.ts';
import { htmlKind } from './html-kind.ts';
import { lineAt, textOf } from './lines-of-state.ts';
import { placed } from './placed.ts';

export function readHtml(state: BlockState, start: number, end: number): Html | undefined {
  const textAt = (at: number) => {
    const line = lineAt(state, at);
    return state.source.slice(line.text, line.end);
  };
  const first = textAt(start);
  const kind = htmlKind(first);
  if (kind === undefined) return undefined;
  let last = start + 1;
  for (let isDone = kind.end?.test(first) === true; !isDone && last < end; ) {
    const line = lineAt(state, last);
    const isEmpty = line.text >= line.end;
    if (line.indent < state.indent && (kind.end === undefined || !isEmpty)) break;
    if (kind.end === undefined && isEmpty) break;
    isDone = kind.end?.test(textAt(last)) === true;
    last += 1;
  }
  state.line = last;
  const text = textOf(state, start, last, state.indent);
  let length = text.length;
  while (text[length - 1] === '\n') length -= 1;
  return placed<Html>(state, { type: 'html', value: text.slice(0, length) }, start, last);
}
