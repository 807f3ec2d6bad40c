import { shapeOf } from '../values/shape-of.ts';
import { valueToLine } from '../values/value-to-line.ts';
import { valueToMarkdown } from '../values/value-to-markdown.ts';

/**
 * `table`, `table(["at", "event"])`: a list of objects as a Markdown table, a column for each member or those named.
 * Any other value as it is without the filter.
 */
export function table(value: unknown, columns: unknown): string {
  const rows = Array.isArray(value) ? value.flatMap(asRow) : [];
  if (!Array.isArray(value) || rows.length < value.length) return valueToMarkdown(value);
  const names = Array.isArray(columns) ? columns.map(valueToLine) : [...new Set(rows.flatMap(row => [...row.keys()]))];
  if (names.length === 0) return '';
  const lines = rows.map(row => rowText(names.map(name => row.get(name))));
  return [rowText(names), rowText(names.map(() => '---')), ...lines].join('\n');
}

function asRow(item: unknown): readonly ReadonlyMap<string, unknown>[] {
  const { kind } = shapeOf(item);
  const isRecord = (kind === 'object' || kind === 'event') && typeof item === 'object' && item !== null;
  return isRecord ? [new Map(Object.entries(item))] : [];
}

function rowText(cells: readonly unknown[]): string {
  return `| ${cells.map(cellText).join(' | ')} |`;
}

function cellText(value: unknown): string {
  return valueToLine(value).replace(/\\.|\|/g, found => (found === '|' ? '\\|' : found));
}
