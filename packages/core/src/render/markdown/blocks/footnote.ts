import type { FootnoteDefinition } from 'mdast';
import type { BlockState, ReadBlocks } from './block-state.ts';
import { footnoteLabel } from './footnote-label.ts';
import { lineAt } from './lines-of-state.ts';
import { placed } from './placed.ts';

/** A footnote as GitHub writes it: `[^label]: text`, and what is indented by 4 below it. */
export function readFootnote(
  state: BlockState,
  start: number,
  end: number,
  readBlocks: ReadBlocks,
): FootnoteDefinition | undefined {
  const line = lineAt(state, start);
  const found = footnoteLabel(state.source, line);
  if (found === undefined) return undefined;
  const { label } = found;
  const identifier = label.toLowerCase();
  state.footnotes ??= new Set();
  state.footnotes.add(identifier);
  const { indent } = state;
  const text = line.text + found.length;
  state.indent += 4;
  state.lines[start] = { ...line, start: text, text, indent: state.indent };
  state.depth += 1;
  const children = readBlocks(state, start, end);
  state.depth -= 1;
  state.lines[start] = line;
  state.indent = indent;
  state.line = Math.max(state.line, start + 1);
  return placed<FootnoteDefinition>(
    state,
    { type: 'footnoteDefinition', identifier, label, children },
    start,
    state.line,
  );
}
