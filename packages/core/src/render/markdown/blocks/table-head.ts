import type { AlignType } from 'mdast';
import type { BlockState } from './block-state.ts';
import { lineAt } from './lines-of-state.ts';
import { tableCells } from './table-cells.ts';

export interface TableHead {
  readonly cells: readonly string[];
  /** As many as cells. */
  readonly align: AlignType[];
}

const maybeDelimiters = /^[|:-][|: \t-]+$/;

/** The header of a table: a row of cells above a row of `---`. */
export function tableHead(state: BlockState, start: number, end: number): TableHead | undefined {
  if (start + 2 > end) return undefined;
  const { source, indent } = state;
  const below = lineAt(state, start + 1);
  const sign = source.charCodeAt(below.text);
  if (sign !== pipe && sign !== hyphen && sign !== colon) return undefined;
  const head = lineAt(state, start);
  if (below.indent < indent || below.indent - indent >= 4 || head.indent - indent >= 4) return undefined;
  const delimiters = source.slice(below.text, below.end);
  const text = source.slice(head.text, head.end).trim();
  if (!maybeDelimiters.test(delimiters) || /^-[ \t]/.test(delimiters) || !text.includes('|')) return undefined;
  const align = alignmentsOf(delimiters);
  const cells = tableCells(text);
  return align.length === cells.length && cells.length > 0 ? { cells, align } : undefined;
}

/** Empty for what is no row of delimiters. */
function alignmentsOf(delimiters: string): AlignType[] {
  const columns = delimiters.split('|').map(column => column.trim());
  if (columns[0] === '') columns.shift();
  if (columns.at(-1) === '') columns.pop();
  if (!columns.every(column => /^:?-+:?$/.test(column))) return [];
  return columns.map(column => {
    if (column.endsWith(':')) return column.startsWith(':') ? 'center' : 'right';
    return column.startsWith(':') ? 'left' : null;
  });
}

const [pipe, hyphen, colon] = [0x7c, 0x2d, 0x3a];
