import type { AlignType, PhrasingContent, Table, TableRow } from 'mdast';
import { positionOf } from './position-of.ts';
import type { TokenTree } from './token-tree.ts';

type ReadInlines = (trees: readonly TokenTree[]) => PhrasingContent[];

/** A table; its first row is the header. A row may be longer than the header: no cell is lost. */
export function tableFromTokens({ children }: TokenTree, readInlines: ReadInlines): Table {
  const rows = children.flatMap(section => section.children);
  return {
    type: 'table',
    align: rows[0]?.children.map(alignOf) ?? [],
    children: rows.map(row => rowFrom(row, readInlines)),
  };
}

function rowFrom({ token, children }: TokenTree, readInlines: ReadInlines): TableRow {
  return {
    type: 'tableRow',
    children: children.map(cell => ({ type: 'tableCell', children: readInlines(cell.children) })),
    ...positionOf(token),
  };
}

function alignOf({ token }: TokenTree): AlignType {
  const style = token.attrGet('style');
  if (style === 'text-align:left') return 'left';
  if (style === 'text-align:center') return 'center';
  return style === 'text-align:right' ? 'right' : null;
}
