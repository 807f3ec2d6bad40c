import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

const labelsKey = 'footnoteLabels';

/**
 * Footnotes as GitHub writes them: `[^label]` in the text and `[^label]: text` with continuation lines indented by 4.
 * The labels of a document live in its own `env`, so that the parser keeps nothing between two documents.
 */
export function footnoteRules(md: MarkdownIt): void {
  md.block.ruler.before('reference', 'footnote_definition', readDefinition, { alt: ['paragraph', 'reference'] });
  md.inline.ruler.before('link', 'footnote_reference', readReference);
}

function readDefinition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const indent = state.sCount[startLine] ?? 0;
  const begin = state.bMarks[startLine] ?? 0;
  const shift = state.tShift[startLine] ?? 0;
  const line = state.src.slice(begin + shift, state.eMarks[startLine]);
  const head = indent - state.blkIndent < 4 ? /^\[\^([^\]\s]+)\]:\s*/.exec(line) : null;
  if (head?.[1] === undefined) return false;
  if (silent) return true;

  labelsOf(state.env).add(head[1].toLowerCase());
  const lines: [number, number] = [startLine, startLine];
  const open = state.push('footnote_open', '', 1);
  open.info = head[1];
  open.map = lines;

  const before = { indent: state.blkIndent, parent: state.parentType };
  state.parentType = 'footnote';
  state.blkIndent += 4;
  state.bMarks[startLine] = begin + shift + head[0].length;
  state.tShift[startLine] = 0;
  state.sCount[startLine] = state.blkIndent;
  state.md.block.tokenize(state, startLine, endLine);
  state.bMarks[startLine] = begin;
  state.tShift[startLine] = shift;
  state.sCount[startLine] = indent;
  state.blkIndent = before.indent;
  state.parentType = before.parent;

  state.line = Math.max(state.line, startLine + 1);
  lines[1] = state.line;
  state.push('footnote_close', '', -1);
  return true;
}

/** A reference without its definition stays text, as GitHub shows it. */
function readReference(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[^', state.pos)) return false;
  const end = state.src.indexOf(']', state.pos);
  const label = state.src.slice(state.pos + 2, end);
  if (end === -1 || !labelsOf(state.env).has(label.toLowerCase())) return false;
  if (!silent) state.push('footnote_reference', '', 0).info = label;
  state.pos = end + 1;
  return true;
}

function labelsOf(env: StateBlock['env']): Set<unknown> {
  const known = env[labelsKey];
  if (known instanceof Set) return known;
  const labels = new Set<unknown>();
  env[labelsKey] = labels;
  return labels;
}
