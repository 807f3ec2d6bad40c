import type { FootnoteReference, PhrasingContent } from 'mdast';
import type { AdfContext } from './adf-context.ts';
import { blockToAdf } from './block-to-adf.ts';
import { foldDetails } from './fold-details.ts';
import { createInlinesToAdf } from './inlines-to-adf.ts';
import { tidyInlines } from './tidy-inlines.ts';

type FootnoteMark = (reference: FootnoteReference) => string | undefined;

/** @param footnoteMark numbers the footnotes of the document */
export function createAdfContext(footnoteMark: FootnoteMark, nextLocalId: () => string): AdfContext {
  const inlines = createInlinesToAdf(footnoteMark);
  const context: AdfContext = {
    footnoteMark,
    inlines: (nodes: readonly PhrasingContent[], marks = []) => tidyInlines(inlines(nodes, marks)),
    blocks: (nodes, place) => foldDetails(nodes).flatMap(node => blockToAdf(node, place, context)),
    nextLocalId,
  };
  return context;
}
