/** Takes back what was written. A store notes every write; the notes are kept only while someone rehearses. */
export interface UndoLog {
  note(undo: () => void): void;
  /** Runs `work`, takes back all it wrote, newest first, and gives what it gave. Costs what was written, not what is stored. */
  rehearse<T>(work: () => T): T;
}

export function createUndoLog(): UndoLog {
  let noted: (() => void)[] | undefined;
  return {
    note: undo => {
      noted?.push(undo);
    },
    rehearse: work => {
      const undos: (() => void)[] = [];
      noted = undos;
      try {
        return work();
      } finally {
        noted = undefined;
        for (const undo of undos.toReversed()) undo();
      }
    },
  };
}
