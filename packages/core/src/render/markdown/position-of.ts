import type { Token } from 'markdown-it';
import type { Node } from 'mdast';

/**
 * The lines of a block, counted from 1, both included. markdown-it knows no columns: each is 1 and says nothing.
 * Empty for tokens without lines (table cells).
 */
export function positionOf({ map }: Token): Pick<Node, 'position'> {
  if (map === null) return {};
  const [begin, end] = map;
  return { position: { start: { line: begin + 1, column: 1 }, end: { line: Math.max(begin + 1, end), column: 1 } } };
}
