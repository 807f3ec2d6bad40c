import type { UndoLog } from './undo-log.ts';

/** Gives out 10001, 10002 and so on; a number that was taken back is given out again. */
export function createCounter(undoLog: UndoLog): () => number {
  let last = 10_000;
  return () => {
    last += 1;
    undoLog.note(() => {
      last -= 1;
    });
    return last;
  };
}
