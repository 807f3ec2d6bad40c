import type { Element, Nodes } from 'hast';

/** Every element of a tree. */
export const elementsOf = (node: Nodes): readonly Element[] => [
  ...(node.type === 'element' ? [node] : []),
  ...('children' in node ? node.children.flatMap(child => elementsOf(child)) : []),
];
