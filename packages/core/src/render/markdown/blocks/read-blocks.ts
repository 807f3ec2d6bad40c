import type { Block, BlockState } from './block-state.ts';
import { readDefinitions } from './definitions.ts';
import { readFence } from './fence.ts';
import { readFootnote } from './footnote.ts';
import { readHeading } from './heading.ts';
import { readHtml } from './html.ts';
import { readIndentedCode } from './indented-code.ts';
import { isEmptyLine, lineAt } from './lines-of-state.ts';
import { readList } from './list.ts';
import { keepAsText, readParagraph } from './paragraph.ts';
import { readQuote } from './quote.ts';
import { readRule } from './rule.ts';
import { readTable } from './table.ts';

/** What is nested deeper than so many containers stays text: whoever walks the tree has a stack of its own. */
const deepest = 90;

/** The blocks from line `start` to `end` or to the end of the container, whatever comes first. */
export function readBlocks(state: BlockState, start: number, end: number): Block[] {
  const blocks: Block[] = [];
  let hasEmptyLine = false;
  for (let line = start; line < end; ) {
    while (line < state.lineCount && isEmptyLine(state, line)) line += 1;
    state.line = line;
    if (line >= end || lineAt(state, line).indent < state.indent) break;
    const block = readBlock(state, line, end);
    if (block !== undefined) blocks.push(block);
    state.isTight = !hasEmptyLine;
    hasEmptyLine ||= isEmptyLine(state, state.line - 1);
    line = state.line;
    if (line < end && isEmptyLine(state, line)) {
      hasEmptyLine = true;
      line += 1;
      state.line = line;
    }
  }
  return blocks;
}

/** Nothing for link definitions. */
function readBlock(state: BlockState, start: number, end: number): Block | undefined {
  if (state.depth >= deepest) return keepAsText(state, start, end);
  const { text, indent } = lineAt(state, start);
  const table = readTable(state, start, end);
  if (table !== undefined) return table;
  if (indent - state.indent >= 4) return readIndentedCode(state, start, end);
  switch (state.source[text]) {
    case '`':
    case '~':
      return readFence(state, start, end) ?? readParagraph(state, start, end);
    case '>':
      return readQuote(state, start, end, readBlocks);
    case '#':
      return readHeading(state, start) ?? readParagraph(state, start, end);
    case '<':
      return readHtml(state, start, end) ?? readParagraph(state, start, end);
    case '[':
      return readFootnote(state, start, end, readBlocks) ?? readDefinitionsOrText(state, start, end);
    default:
      return readRule(state, start) ?? readList(state, start, end, readBlocks) ?? readParagraph(state, start, end);
  }
}

function readDefinitionsOrText(state: BlockState, start: number, end: number): Block | undefined {
  return readDefinitions(state, start) ? undefined : readParagraph(state, start, end);
}
