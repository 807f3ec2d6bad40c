import type { AlignType, Table } from 'mdast';
import type { AdfContext } from './adf-context.ts';
import type { AdfBlock, AdfInline, AdfParagraph, AdfTableCell } from './adf-node.ts';

/** A table with equally long rows; the first is the header. Alignment is a mark on the paragraph of a cell. */
export function tableToAdf({ children, align }: Table, context: AdfContext): readonly AdfBlock[] {
  const width = children.reduce((most, row) => Math.max(most, row.children.length), 0);
  if (width === 0) return [];
  const content = children.map((row, index) => {
    const type = index === 0 ? 'tableHeader' : 'tableCell';
    const cells = row.children.map((cell, column) => cellOf(type, context.inlines(cell.children), align?.[column]));
    while (cells.length < width) cells.push(cellOf(type, [], align?.[cells.length]));
    return { type: 'tableRow' as const, content: cells };
  });
  return [{ type: 'table', content }];
}

function cellOf(type: AdfTableCell['type'], content: readonly AdfInline[], align: AlignType | undefined): AdfTableCell {
  return { type, content: [aligned({ type: 'paragraph', content }, align)] };
}

function aligned(paragraph: AdfParagraph, align: AlignType | undefined): AdfParagraph {
  if (align !== 'center' && align !== 'right') return paragraph;
  return {
    ...paragraph,
    marks: [{ type: 'alignment', attrs: { align: align === 'right' ? 'end' : 'center' } }],
  };
}
