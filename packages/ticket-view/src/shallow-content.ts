import type { ElementContent } from 'hast';
import { textContent } from './text-content.ts';

/** Nobody nests so deep, and whoever walks a tree that is much deeper runs out of stack. */
const deepest = 100;

/** What is made of a text; the text as it was written, where somebody has nested it deeper than a page can be made of. */
export function shallowContent(text: string, make: (text: string) => ElementContent[]): ElementContent[] {
  try {
    const content = make(text);
    if (isWithin(content, deepest)) return content;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return textContent(text);
}

const isWithin = (nodes: readonly ElementContent[], levels: number): boolean =>
  levels > 0 && nodes.every(node => node.type !== 'element' || isWithin(node.children, levels - 1));
