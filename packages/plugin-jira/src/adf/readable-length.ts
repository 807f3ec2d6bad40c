import type { AdfDoc, AdfNode } from './adf-node.ts';
import { childrenOf } from './children-of.ts';
import type { Measure } from './measure.ts';

/**
 * The characters that a reader sees, in UTF-16 units: the text, and one for the boundary after each other node (block, item,
 * row, cell, hard break), the last block of the document apart. Jira Cloud limits the plain text that it makes of a document
 * and does not say how; this is never shorter than the text with its blocks on lines of their own.
 */
export const readableLength: Measure = Object.assign(readable, { between: 0 });

function readable(node: AdfDoc | AdfNode, lengthOf: (child: AdfNode) => number = readable): number {
  if (node.type === 'text') return node.text.length;
  let inside = 0;
  // No `for of`: V8 has no quick iterator for the frozen lists of a template, and then for no list that comes by here.
  const children = childrenOf(node);
  for (let at = 0; at < children.length; at++) {
    const child = children[at];
    if (child !== undefined) inside += lengthOf(child);
  }
  return node.type === 'doc' ? Math.max(0, inside - 1) : 1 + shownLength(node) + inside;
}

/** A title is all that our own documents have; a team's ADF template may hold mentions, statuses, emojis, cards and dates. */
const shown = ['title', 'text', 'shortName', 'url', 'timestamp'];

function shownLength(node: AdfNode): number {
  if (!('attrs' in node) || !node.attrs) return 0;
  const attrs: Readonly<Record<string, unknown>> = node.attrs;
  let length = 0;
  for (const name of shown) {
    const value = attrs[name];
    if (typeof value === 'string') length += value.length;
  }
  return length;
}
