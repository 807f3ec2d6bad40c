import type { AlignType } from 'mdast';

const widest = 100;
const between = ' | ';

/** Rows of cells, the header first, as aligned columns, or as `Header: value` lines where they are wider than 100 characters. */
export function tableText(rows: readonly (readonly string[])[], align: readonly AlignType[]): string {
  const columns = largest(0, rows, row => row.length);
  const widths = Array.from({ length: columns }, (_, column) => largest(1, rows, row => lengthOf(row[column] ?? '')));
  const width = widths.reduce((sum, one) => sum + one, 0) + between.length * (columns - 1);
  return width > widest && rows.length > 1 ? asRecords(rows) : asColumns(rows, widths, align);
}

/** A log pasted as a table has more rows than a call may have arguments. */
function largest<Row>(least: number, rows: readonly Row[], measure: (row: Row) => number): number {
  return rows.reduce((most, row) => Math.max(most, measure(row)), least);
}

function asColumns(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  align: readonly AlignType[],
): string {
  const [header, ...body] = rows.map(row =>
    widths.map((width, column) => padded(row[column] ?? '', width, align[column] ?? null)).join(between),
  );
  return [header, widths.map(width => '-'.repeat(width)).join('-+-'), ...body].join('\n');
}

function asRecords([header = [], ...body]: readonly (readonly string[])[]): string {
  return body
    .map(row => {
      const fields = Array.from({ length: Math.max(header.length, row.length) }, (_, column) =>
        header[column] ? `${header[column]}: ${row[column] ?? ''}` : (row[column] ?? ''),
      );
      return fields.filter(Boolean).join('\n');
    })
    .join('\n\n');
}

function padded(text: string, width: number, align: AlignType): string {
  const space = ' '.repeat(width - lengthOf(text));
  return align === 'right' ? space + text : text + space;
}

function lengthOf(text: string): number {
  return [...text].length;
}
