import type { Blockquote } from 'mdast';
import type { BlockState, ReadBlocks } from './block-state.ts';
import { interrupts } from './interrupts.ts';
import { isBlank, type Line, tabWidth } from './line.ts';
import { lineAt } from './lines-of-state.ts';
import { placed } from './placed.ts';

const [greaterThan, blank, tab] = [0x3e, 0x20, 9];

/** A quote, and the lines of its last paragraph that have no sign. */
export function readQuote(state: BlockState, start: number, end: number, readBlocks: ReadBlocks): Blockquote {
  const { indent, lineCount } = state;
  const outside: Line[] = [];
  const put = (at: number, inside: Line) => {
    outside.push(lineAt(state, at));
    state.lines[at] = inside;
  };
  let at = start;
  let isLastEmpty = false;
  for (; at < end; at++) {
    const line = lineAt(state, at);
    if (line.text >= line.end) break;
    if (state.source.charCodeAt(line.text) === greaterThan && line.indent >= indent) {
      const inside = insideOf(state.source, line);
      isLastEmpty = inside.text >= inside.end;
      put(at, inside);
      continue;
    }
    if (isLastEmpty) break;
    if (interrupts(state, at, end, 'quote')) {
      state.lineCount = at;
      if (indent !== 0) put(at, { ...line, indent: line.indent - indent });
      break;
    }
    put(at, { ...line, indent: -1 });
  }
  state.indent = 0;
  state.depth += 1;
  const children = readBlocks(state, start, at);
  state.depth -= 1;
  state.indent = indent;
  state.lineCount = lineCount;
  for (const [index, line] of outside.entries()) state.lines[start + index] = line;
  return placed<Blockquote>(state, { type: 'blockquote', children }, start, state.line);
}

/** One blank after the sign belongs to it. A tab is wider than that: what is left of it indents the text. */
function insideOf(source: string, line: Line): Line {
  const after = source.charCodeAt(line.text + 1);
  const initial = line.indent + 1;
  const isTabDone = after === tab && (line.column + initial) % 4 === 3;
  const sign = after === blank || isTabDone ? 2 : 1;
  const start = line.text + sign;
  const begin = line.indent + sign;
  const left = after === tab && !isTabDone ? 1 : 0;
  let [text, offset] = [start, begin];
  for (; text < line.end && isBlank(source.charCodeAt(text)); text++)
    offset += source.charCodeAt(text) === tab ? tabWidth(offset + line.column + left) : 1;
  const column = line.indent + 1 + (after === blank || after === tab ? 1 : 0);
  return { start, text, end: line.end, indent: offset - begin, column };
}
