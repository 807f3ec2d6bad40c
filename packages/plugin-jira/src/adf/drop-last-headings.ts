import type { AdfBlock } from './adf-node.ts';

/** Takes the headings off the end, where each announces only what was cut away. A rule is nothing under a heading. */
export function dropLastHeadings(blocks: readonly AdfBlock[]): readonly AdfBlock[] {
  return blocks.slice(0, blocks.findLastIndex(({ type }) => type !== 'heading' && type !== 'rule') + 1);
}
