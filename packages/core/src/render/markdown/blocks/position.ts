import type { Node } from 'mdast';

/**
 * Lines `start` to `end`, counted from 0 and the last one not included, as those of a node: counted from 1, both included.
 * Columns are not known: each is 1 and says nothing.
 */
export const position = (start: number, end: number): NonNullable<Node['position']> => ({
  start: { line: start + 1, column: 1 },
  end: { line: Math.max(start + 1, end), column: 1 },
});
