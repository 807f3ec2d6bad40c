import type { MarkdownIt, StateBlock, Token } from 'markdown-it';

/**
 * A table row with more cells than its header loses them in markdown-it, and in a report that is a log line with a
 * pipe in it. This wraps the table rule and puts the cells back.
 */
export function longRowRule(md: MarkdownIt): void {
  const table = md.block.ruler.__rules__.find(rule => rule.name === 'table');
  if (table === undefined) return;
  const readTable = table.fn;
  const readWholeTable: typeof readTable = (state, startLine, endLine, silent) => {
    const first = state.tokens.length;
    const found = readTable(state, startLine, endLine, silent);
    // One by one: as arguments of one call, the tokens of a long table are more than the stack holds.
    if (found && !silent)
      for (const token of withLostCells(state, state.tokens.splice(first))) state.tokens.push(token);
    return found;
  };
  md.block.ruler.at('table', readWholeTable, { alt: table.alt });
}

function withLostCells(state: StateBlock, tokens: readonly Token[]): Token[] {
  const whole: Token[] = [];
  let lost: readonly string[] = [];
  let columns = 0;
  for (const token of tokens) {
    if (token.type === 'th_open') columns += 1;
    if (token.type === 'tr_open' && columns > 0) lost = cellsOf(state, token.map?.[0] ?? 0).slice(columns);
    if (token.type === 'tr_close') for (const cell of lost) for (const one of cellTokens(state, cell)) whole.push(one);
    whole.push(token);
  }
  return whole;
}

/** Splits a row where markdown-it does: at each pipe that has no backslash before it. */
function cellsOf(state: StateBlock, line: number): readonly string[] {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const cells = state.src
    .slice(start, state.eMarks[line])
    .trim()
    .split(/(?<!\\)\|/);
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells.map(cell => cell.trim().replaceAll('\\|', '|'));
}

function cellTokens(state: StateBlock, content: string): Token[] {
  const inline = new state.Token('inline', '', 0);
  inline.content = content;
  inline.children = [];
  return [new state.Token('td_open', 'td', 1), inline, new state.Token('td_close', 'td', -1)];
}
