import type { BlockState } from './block-state.ts';
import { isBlank, type Line, tabWidth } from './line.ts';

const tab = 9;
const noLine: Line = { start: 0, text: 0, end: 0, indent: 0, column: 0 };

/** Empty behind the last one. */
export const lineAt = ({ lines }: BlockState, at: number): Line => lines[at] ?? noLine;

export const isEmptyLine = (state: BlockState, at: number): boolean => {
  const { text, end } = lineAt(state, at);
  return text >= end;
};

/** Lines `begin` to `end` without so many columns of indentation, joined by line feeds. */
export function textOf({ source, lines }: BlockState, begin: number, end: number, indent: number): string {
  let [text, whole] = ['', -1];
  // Neighbours that need nothing taken off are one slice.
  for (let at = begin; at < end; at++) {
    const line = lines[at] ?? noLine;
    const isWhole = indent === 0 && (at === begin || lines[at - 1]?.end === line.start - 1);
    if (isWhole && whole !== -1) continue;
    if (whole !== -1) text += `${source.slice(whole, lines[at - 1]?.end)}\n`;
    whole = isWhole ? line.start : -1;
    if (!isWhole) text += withoutIndent(source, line, indent) + (at + 1 < end ? '\n' : '');
  }
  return whole === -1 ? text : text + source.slice(whole, lines[end - 1]?.end);
}

function withoutIndent(source: string, { start, text, end, column }: Line, indent: number): string {
  let [at, taken] = [start, 0];
  for (; at < end && taken < indent; at++) {
    const code = source.charCodeAt(at);
    // What stands before the text and is not blank is the sign of a list.
    if (!isBlank(code) && at >= text) break;
    taken += code === tab ? tabWidth(taken + column) : 1;
  }
  const rest = source.slice(at, end);
  return taken > indent ? ' '.repeat(taken - indent) + rest : rest;
}
