import type { AdfBlock } from './adf-node.ts';

/** Wraps what stands between tables, and leaves the tables outside, in order: few places have room for a table. */
export function wrapRuns(
  blocks: readonly AdfBlock[],
  wrap: (run: readonly AdfBlock[]) => AdfBlock,
): readonly AdfBlock[] {
  const table = blocks.findIndex(block => block.type === 'table');
  const run = table === -1 ? blocks : blocks.slice(0, table);
  const wrapped = run.length === 0 ? [] : [wrap(run)];
  if (table === -1) return wrapped;
  return [...wrapped, ...blocks.slice(table, table + 1), ...wrapRuns(blocks.slice(table + 1), wrap)];
}
