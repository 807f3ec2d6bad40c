import { printable } from '@itsm-bridge/core';

/** Rows in aligned columns, two spaces apart; the last column is as long as it is. */
export function table(given: readonly (readonly string[])[]): string {
  const rows = given.map(row => row.map(cell => printable(cell).replaceAll('\n', ' ')));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => width(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd();
  return rows.map(row => `${line(row)}\n`).join('');
}

/** In code points: a job id may hold any character. */
const width = (text: string): number => [...text].length;
