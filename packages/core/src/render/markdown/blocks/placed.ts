import type { Node } from 'mdast';
import type { BlockState } from './block-state.ts';

/**
 * The node with its lines, where they are wanted: lines `start` to `end`, counted from 0 and the last one not included, are
 * those of a node counted from 1, both included. Columns are not known: each is 1 and says nothing.
 */
export function placed<Placed extends Node>(
  { hasPositions }: Pick<BlockState, 'hasPositions'>,
  node: Placed,
  start: number,
  end: number,
): Placed {
  if (!hasPositions) return node;
  node.position = { start: { line: start + 1, column: 1 }, end: { line: Math.max(start + 1, end), column: 1 } };
  return node;
}
