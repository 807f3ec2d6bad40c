import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** The text of a page as a person reads it, with one space between any two pieces. */
export const wordsOf = (html: string): string => textsOf(fromHtml(html)).join(' ').replace(/\s+/g, ' ');

function textsOf(node: Nodes): string[] {
  if (node.type === 'text') return [node.value];
  return 'children' in node ? node.children.flatMap(textsOf) : [];
}
