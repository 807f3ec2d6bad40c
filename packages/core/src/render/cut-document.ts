import type { Nodes, Root, RootContent } from 'mdast';
import { cutText } from './cut-text.ts';
import { documentToText } from './document-to-text.ts';

/**
 * A document of at most about `maxCharacters` of text, cut between its blocks, with the notice at its end. Of a first
 * block that is too long by itself, the front is kept as text.
 *
 * @param maxCharacters of what the nodes hold; bullets, table lines and markup come on top
 */
export function cutDocument(root: Root, maxCharacters: number, notice: readonly RootContent[]): Root {
  let left = maxCharacters;
  const fits = root.children.findIndex(block => {
    left -= textLength(block);
    return left < 0;
  });
  if (fits === -1) return root;
  const kept = fits === 0 ? frontOf(root.children[0], maxCharacters) : root.children.slice(0, fits);
  return { type: 'root', children: [...kept, ...notice] };
}

function frontOf(block: RootContent | undefined, maxCharacters: number): readonly RootContent[] {
  if (!block) return [];
  const value = cutText(documentToText({ type: 'root', children: [block] }), maxCharacters);
  return [block.type === 'code' ? { ...block, value: cutText(block.value, maxCharacters) } : { type: 'code', value }];
}

/** Of every text that a node and those below it hold. */
function textLength(node: Nodes): number {
  const own = 'value' in node ? node.value.length : 0;
  return 'children' in node ? node.children.reduce((sum, child) => sum + textLength(child), own) : own;
}
