import type { Root, RootContent } from 'mdast';
import { keepWithin, textLength } from './cut-node.ts';
import { cutText } from './cut-text.ts';
import { documentToText } from './document-to-text.ts';

/**
 * A document of at most about `maxCharacters` of text, with the notice at its end: cut between its blocks, or inside the
 * first that does not fit, between items, rows, lines of code or words. Of a first block that cannot be divided, the front
 * is kept as text.
 *
 * @param maxCharacters of what the nodes hold; bullets, table lines and markup come on top
 */
export function cutDocument(root: Root, maxCharacters: number, notice: readonly RootContent[]): Root {
  if (textLength(root) <= maxCharacters) return root;
  const kept = maxCharacters < 1 ? [] : withoutLastHeadings(keepWithin(root.children, maxCharacters));
  const front = kept.length === 0 ? frontOf(root.children[0], maxCharacters) : kept;
  return { type: 'root', children: [...front, ...notice] };
}

/** Each announces only what was cut away. */
const withoutLastHeadings = (blocks: readonly RootContent[]): readonly RootContent[] =>
  blocks.slice(0, blocks.findLastIndex(({ type }) => type !== 'heading' && type !== 'thematicBreak') + 1);

function frontOf(block: RootContent | undefined, maxCharacters: number): readonly RootContent[] {
  if (!block || maxCharacters < 1) return [];
  const value = cutText(documentToText({ type: 'root', children: [block] }), maxCharacters);
  return [{ type: 'paragraph', children: [{ type: 'text', value }] }];
}
