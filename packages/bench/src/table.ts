import { type Figure, isMet, type Side } from './benchmark.ts';
import type { Spread } from './measure/spread.ts';

/** The figures as people read them: value, half of the rounds, target, and the two sides. */
export function table(figures: readonly Figure[]): string {
  const rows = [['figure', 'median', 'half of the rounds', 'target', ''], ...figures.map(rowOf)];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.flatMap((line, at) => [line, ...(figures[at - 1]?.sides ?? []).map(sideLine)]).join('\n')}\n`;
}

function rowOf(figure: Figure): readonly string[] {
  const { what, value, unit, target } = figure;
  const met = isMet(figure);
  const wanted = target === undefined ? '' : 'atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`;
  const verdict = met === undefined ? '' : met ? 'met' : 'missed';
  const withUnit = (text: string) => (unit === undefined ? text : `${text} ${unit}`);
  return [what, withUnit(number(value.median)), between(value), wanted === '' ? '' : withUnit(wanted), verdict];
}

const sideLine = ({ name, unit, amount }: Side): string =>
  `    ${name}: ${number(amount.median)} ${unit} (${between(amount)})`;

const between = ({ lowerQuartile, upperQuartile }: Spread): string =>
  `${number(lowerQuartile)} to ${number(upperQuartile)}`;

/** Three digits that count, at least. */
function number(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}
