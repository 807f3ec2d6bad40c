import type { AdfContext } from './adf-context.ts';
import type { AdfBlock } from './adf-node.ts';
import { blockToAdf } from './block-to-adf.ts';
import { foldDetails } from './fold-details.ts';
import { type FootnoteMark, inlinesToAdf } from './inlines-to-adf.ts';
import { tidyInlines } from './tidy-inlines.ts';

/** @param footnoteMark numbers the footnotes of the document */
export function createAdfContext(footnoteMark: FootnoteMark, nextLocalId: () => string): AdfContext {
  const context: AdfContext = {
    footnoteMark,
    inlines: (nodes, marks = []) => tidyInlines(inlinesToAdf(nodes, marks, footnoteMark)),
    blocks(nodes, place) {
      const folded = foldDetails(nodes);
      const first = folded[0];
      if (folded.length === 1 && first !== undefined) return blockToAdf(first, place, context);
      const blocks: AdfBlock[] = [];
      for (const node of folded) for (const block of blockToAdf(node, place, context)) blocks.push(block);
      return blocks;
    },
    nextLocalId,
  };
  return context;
}
