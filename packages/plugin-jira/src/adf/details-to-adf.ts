import { legalText } from '@itsm-bridge/core';
import type { AdfContext } from './adf-context.ts';
import type { AdfBlock } from './adf-node.ts';
import type { Details } from './fold-details.ts';
import { emptyParagraph, paragraph } from './paragraph.ts';
import { inExpand, inNestedExpand, type Place } from './place.ts';
import { textToAdf } from './text-to-adf.ts';

/**
 * A `<details>` section as an expand. Where there may be none, or it would hold a table and may not, its title in bold and
 * its content after it.
 */
export function detailsToAdf({ title, children }: Details, place: Place, context: AdfContext): readonly AdfBlock[] {
  const { expand } = place;
  const inside = expand === 'expand' ? inExpand : inNestedExpand;
  const content = context.blocks(children, expand === undefined ? place : inside);
  if (expand === undefined || (!inside.tables && content.some(block => block.type === 'table'))) {
    return [...paragraph(textToAdf(title, [{ type: 'strong' }])), ...content];
  }
  if (title === '' && content.length === 0) return [];
  const attrs = title === '' ? {} : { title: legalText(title) };
  return [{ type: expand, attrs, content: content.length === 0 ? [emptyParagraph] : content }];
}
