import type { AlignType, Table } from 'mdast';
import type { AdfContext } from './adf-context.ts';
import type { AdfBlock, AdfParagraph, AdfTableCell } from './adf-node.ts';

/** A table with equally long rows; the first is the header. Alignment is a mark on the paragraph of a cell. */
export function tableToAdf({ children, align }: Table, context: AdfContext): readonly AdfBlock[] {
  const width = children.reduce((most, row) => Math.max(most, row.children.length), 0);
  if (width === 0) return [];
  const content = children.map((row, index) => ({
    type: 'tableRow' as const,
    content: Array.from({ length: width }, (_, column): AdfTableCell => {
      const text = context.inlines(row.children[column]?.children ?? []);
      return {
        type: index === 0 ? 'tableHeader' : 'tableCell',
        content: [aligned({ type: 'paragraph', content: text }, align?.[column])],
      };
    }),
  }));
  return [{ type: 'table', content }];
}

function aligned(paragraph: AdfParagraph, align: AlignType | undefined): AdfParagraph {
  if (align !== 'center' && align !== 'right') return paragraph;
  return {
    ...paragraph,
    marks: [{ type: 'alignment', attrs: { align: align === 'right' ? 'end' : 'center' } }],
  };
}
