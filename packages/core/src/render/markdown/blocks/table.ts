import type { Table, TableCell, TableRow } from 'mdast';
import { type BlockState, withInlines } from './block-state.ts';
import { interrupts } from './interrupts.ts';
import { lineAt } from './lines-of-state.ts';
import { placed } from './placed.ts';
import { tableCells } from './table-cells.ts';
import { tableHead } from './table-head.ts';

/** Rows that are shorter than the header are filled up to it. Beyond so many cells that nobody wrote, the table ends. */
const mostAddedCells = 65_536;

/** A table; its first row is the header. A row may be longer than the header: no cell is lost. */
export function readTable(state: BlockState, start: number, end: number): Table | undefined {
  const head = tableHead(state, start, end);
  if (head === undefined) return undefined;
  const width = head.cells.length;
  const rows = [rowOf(state, start, head.cells, width)];
  let added = 0;
  let at = start + 2;
  for (; at < end; at++) {
    const { text, end: lineEnd, indent } = lineAt(state, at);
    if (indent < state.indent || interrupts(state, at, end, 'quote')) break;
    const row = state.source.slice(text, lineEnd).trim();
    if (row === '' || indent - state.indent >= 4) break;
    const cells = tableCells(row);
    added += width - cells.length;
    if (added > mostAddedCells) break;
    rows.push(rowOf(state, at, cells, width));
  }
  state.line = at;
  return placed<Table>(state, { type: 'table', align: head.align, children: rows }, start, at);
}

function rowOf(state: BlockState, at: number, cells: readonly string[], width: number): TableRow {
  const children: TableCell[] = [];
  for (let column = 0; column < width || column < cells.length; column++)
    children.push(withInlines(state, { type: 'tableCell', children: [] }, cells[column]?.trim() ?? ''));
  return placed<TableRow>(state, { type: 'tableRow', children }, at, at + 1);
}
