/** Splits a row at each pipe that has no backslash before it. A cell has its pipes without the backslash. */
export function tableCells(row: string): string[] {
  const cells = row.includes('\\|') ? row.split(/(?<!\\)\|/).map(cell => cell.replaceAll('\\|', '|')) : row.split('|');
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells;
}
