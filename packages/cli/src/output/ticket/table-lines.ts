import type { Element, ElementContent } from 'hast';
import type { Paint } from '../paint.ts';
import { type Span, spansOf } from './spans.ts';
import { wrapSpans } from './wrap-spans.ts';

const gap = 2;

/** A table in aligned columns; where it is wider than the page, the widest columns are wrapped. */
export function tableLines(table: Element, width: number, paint: Paint): readonly string[] {
  const rows = rowsOf(table);
  const count = Math.max(0, ...rows.map(row => row.length));
  const plain = (spans: readonly Span[] | undefined, columns: number) =>
    wrapSpans(spans ?? [], columns, (_, text) => text);
  const natural = Array.from({ length: count }, (_, column) =>
    Math.max(1, ...rows.flatMap(row => plain(row[column], 1000).map(line => [...line].length))),
  );
  const widths = fitted(natural, width - gap * (count - 1));
  return rows.flatMap(row => {
    const cells = widths.map((columns, index) => ({
      bare: plain(row[index], columns),
      painted: wrapSpans(row[index] ?? [], columns, paint),
    }));
    const height = Math.max(1, ...cells.map(({ bare }) => bare.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map(({ bare, painted }, index) => {
          const rest = (widths[index] ?? 0) - [...(bare[line] ?? '')].length;
          return (painted[line] ?? '') + ' '.repeat(index === cells.length - 1 ? 0 : Math.max(0, rest));
        })
        .join(' '.repeat(gap))
        .trimEnd(),
    );
  });
}

/** The widest gives way first, and none becomes narrower than a short word. */
function fitted(natural: readonly number[], width: number): readonly number[] {
  const widths = [...natural];
  let left = widths.reduce((sum, each) => sum + each, 0) - width;
  while (left > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    const columns = widths[widest] ?? 0;
    if (columns <= 8) return widths;
    widths[widest] = columns - 1;
    left--;
  }
  return widths;
}

function rowsOf(node: ElementContent): readonly (readonly (readonly Span[])[])[] {
  if (node.type !== 'element') return [];
  if (node.tagName !== 'tr') return node.children.flatMap(rowsOf);
  const cells = node.children.filter(child => child.type === 'element');
  return [cells.map(cell => spansOf([cell]))];
}
