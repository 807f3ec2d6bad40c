import type { MarkdownIt, StateBlock } from 'markdown-it';

/** markdown-it drops what is nested deeper than its own limit of 100. */
const deepest = 90;

/** Keeps what stands in the ninetieth nested block as one paragraph of text instead of losing it. */
export function depthRule(md: MarkdownIt): void {
  md.block.ruler.before('table', 'depth', keepAsText);
}

function keepAsText(state: StateBlock, startLine: number, endLine: number): boolean {
  if (state.level < deepest) return false;
  let end = startLine + 1;
  while (end < endLine && !state.isEmpty(end) && (state.sCount[end] ?? 0) >= state.blkIndent) end += 1;
  const lines: [number, number] = [startLine, end];
  state.push('paragraph_open', 'p', 1).map = lines;
  const inline = state.push('inline', '', 0);
  inline.content = state.getLines(startLine, end, state.blkIndent, false).trim();
  inline.map = lines;
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  state.line = end;
  return true;
}
