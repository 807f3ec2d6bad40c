import type { AdfDoc, AdfNode } from './adf-node.ts';

export function childrenOf(node: AdfDoc | AdfNode): readonly AdfNode[] {
  return 'content' in node ? (node.content ?? none) : none;
}

const none: readonly AdfNode[] = [];
