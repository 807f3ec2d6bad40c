import type { AdfDoc, AdfNode } from '../adf-node.ts';
import { childrenOf } from '../children-of.ts';

/** A document as plain text, blocks and hard breaks on lines of their own: the least that Jira can count. */
export function plainText(node: AdfDoc | AdfNode): string {
  if (node.type === 'text') return node.text;
  if (node.type === 'hardBreak') return '\n';
  const children = childrenOf(node);
  const isLine = children.some(({ type }) => type === 'text' || type === 'hardBreak');
  return children.map(plainText).join(isLine ? '' : '\n');
}
