import type { AdfInline, AdfParagraph } from './adf-node.ts';

export const emptyParagraph: AdfParagraph = { type: 'paragraph', content: [] };

/** A paragraph, or nothing where there is nothing to read. */
export function paragraph(content: readonly AdfInline[]): readonly AdfParagraph[] {
  return content.length === 0 ? [] : [{ type: 'paragraph', content }];
}
