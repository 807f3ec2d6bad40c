import type { Piece } from './piece.ts';
import type { Run } from './run.ts';

/** Finds the partners of runs, by the rules of CommonMark: each closing run takes the nearest opening one that fits. */
export function pairRuns(pieces: readonly Piece[]): void {
  // The innermost run that is open; each knows the next one.
  let open: Run | undefined;
  let order = 0;
  // Up to which run there is no partner for a run of the kind: no search goes twice over what it went over in vain.
  let searched: Map<number, number> | undefined;
  for (const run of pieces) {
    if (typeof run === 'string' || run.type !== 'run') continue;
    run.order = order++;
    while (run.canClose && run.left > 0 && open !== undefined) {
      const kind = kindOf(run);
      const opener = openerOf(run, open, searched?.get(kind) ?? -1);
      if (opener === undefined) {
        searched ??= new Map();
        searched.set(kind, open.order);
        break;
      }
      const size = Math.min(2, opener.left, run.left);
      opener.left -= size;
      run.left -= size;
      opener.opening += size;
      run.closing += size;
      open = opener.left > 0 ? opener : opener.outer;
    }
    if (run.canOpen && run.left > 0) {
      run.outer = open;
      open = run;
    }
  }
}

/** Runs of a kind have the same partners. */
const kindOf = ({ sign, canOpen, length }: Run): number =>
  sign.charCodeAt(0) * 6 + (canOpen ? 3 : 0) + (sign === '~' ? length : length % 3);

function openerOf(run: Run, innermost: Run, searched: number): Run | undefined {
  let opener: Run | undefined = innermost;
  while (opener !== undefined && opener.order > searched) {
    if (opener.sign === run.sign && fits(opener, run)) return opener;
    opener = opener.outer;
  }
  return undefined;
}

function fits(opener: Run, closer: Run): boolean {
  if (closer.sign === '~') return opener.length === closer.length;
  if (!opener.canClose && !closer.canOpen) return true;
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}
