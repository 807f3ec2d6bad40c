import type { ElementContent } from 'hast';
import { textContent } from './text-content.ts';

/** Nobody nests so deep, and whoever walks a tree that is much deeper runs out of stack. */
const deepest = 100;

/** What is made of a text or a document; plain text instead, where somebody has nested it deeper than a page can be made of. */
export function shallowContent<Written>(
  written: Written,
  make: (written: Written) => ElementContent[],
  plain: (written: Written) => string,
): ElementContent[] {
  try {
    const content = make(written);
    if (isWithin(content, deepest)) return content;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return textContent(plain(written));
}

const isWithin = (nodes: readonly ElementContent[], levels: number): boolean =>
  levels > 0 && nodes.every(node => node.type !== 'element' || isWithin(node.children, levels - 1));
