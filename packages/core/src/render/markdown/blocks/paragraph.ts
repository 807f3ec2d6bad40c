import type { Heading, Paragraph } from 'mdast';
import { type BlockState, withInlines } from './block-state.ts';
import { interrupts } from './interrupts.ts';
import { isBlank, type Line, skipBlanks, skipCode } from './line.ts';
import { isEmptyLine, lineAt, textOf } from './lines-of-state.ts';
import { placed } from './placed.ts';

/** What is nothing else; a heading where it is underlined. */
export function readParagraph(state: BlockState, start: number, end: number): Paragraph | Heading {
  let depth: 1 | 2 | undefined;
  let at = start + 1;
  for (; at < end; at++) {
    const line = lineAt(state, at);
    if (line.text >= line.end) break;
    const inside = line.indent - state.indent;
    if (inside > 3) continue;
    if (inside >= 0) depth = underlineDepth(state.source, line);
    if (depth !== undefined) break;
    if (line.indent >= 0 && interrupts(state, at, end, 'paragraph')) break;
  }
  if (depth === undefined) return paragraphOf(state, start, at);
  state.line = at + 1;
  const heading = placed<Heading>(state, { type: 'heading', depth, children: [] }, start, at + 1);
  return withInlines(state, heading, trimmed(textOf(state, start, at, state.indent)));
}

/** The lines up to an empty one, whatever they are. */
export function keepAsText(state: BlockState, start: number, end: number): Paragraph {
  let at = start + 1;
  while (at < end && !isEmptyLine(state, at) && lineAt(state, at).indent >= state.indent) at += 1;
  return paragraphOf(state, start, at);
}

function paragraphOf(state: BlockState, start: number, end: number): Paragraph {
  state.line = end;
  const paragraph = placed<Paragraph>(state, { type: 'paragraph', children: [] }, start, end);
  return withInlines(state, paragraph, trimmed(textOf(state, start, end, state.indent)));
}

function underlineDepth(source: string, { text, end }: Line): 1 | 2 | undefined {
  const code = source.charCodeAt(text);
  if (code !== hyphen && code !== equals) return undefined;
  if (skipBlanks(source, skipCode(source, text, end, code), end) < end) return undefined;
  return code === equals ? 1 : 2;
}

const [lineFeed, hyphen, equals] = [10, 0x2d, 0x3d];

/** Other white space than blanks, tabs and line ends belongs to the text. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isTrimmed(text.charCodeAt(start))) start += 1;
  while (end > start && isTrimmed(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const isTrimmed = (code: number): boolean => isBlank(code) || code === lineFeed;
