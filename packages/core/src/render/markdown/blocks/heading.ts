import type { Heading } from 'mdast';
import { type BlockState, withInlines } from './block-state.ts';
import { isBlank, type Line, skipBlanks, skipCode } from './line.ts';
import { lineAt } from './lines-of-state.ts';
import { placed } from './placed.ts';

const hash = 0x23;

/** `# A`, with or without hashes at the end. */
export function readHeading(state: BlockState, start: number): Heading | undefined {
  const { source } = state;
  const line = lineAt(state, start);
  const depth = headingDepth(source, line);
  if (depth === undefined) return undefined;
  const begin = skipBlanks(source, line.text + depth, line.end);
  let end = line.end;
  while (end > begin && isBlank(source.charCodeAt(end - 1))) end -= 1;
  let closing = end;
  while (closing > begin && source.charCodeAt(closing - 1) === hash) closing -= 1;
  if (closing === begin || isBlank(source.charCodeAt(closing - 1))) end = closing;
  while (end > begin && isBlank(source.charCodeAt(end - 1))) end -= 1;
  state.line = start + 1;
  const heading = placed<Heading>(state, { type: 'heading', depth, children: [] }, start, start + 1);
  return withInlines(state, heading, source.slice(begin, end));
}

/** Undefined for a line that is no heading. */
export function headingDepth(source: string, { text, end }: Line): Heading['depth'] | undefined {
  const after = skipCode(source, text, end, hash);
  const depth = depths[after - text];
  return depth !== undefined && (after === end || isBlank(source.charCodeAt(after))) ? depth : undefined;
}

const depths = [undefined, 1, 2, 3, 4, 5, 6] as const;
