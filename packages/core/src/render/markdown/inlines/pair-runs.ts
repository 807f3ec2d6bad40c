import type { Run } from './run.ts';

/** Finds the partners of runs, by the rules of CommonMark: each closing run takes the nearest opening one that fits. */
export function pairRuns(runs: readonly Run[]): void {
  if (runs.length < 2) return;
  const open: Run[] = [];
  // Up to which run there is no partner for a run of the kind: no search goes twice over what it went over in vain.
  let searched: Map<number, number> | undefined;
  for (const [order, run] of runs.entries()) {
    run.order = order;
    while (run.canClose && run.left > 0) {
      const kind = kindOf(run);
      const at = openerOf(run, open, searched?.get(kind) ?? -1);
      const opener = open[at];
      if (opener === undefined) {
        searched ??= new Map();
        searched.set(kind, open.at(-1)?.order ?? -1);
        break;
      }
      const size = Math.min(2, opener.left, run.left);
      opener.left -= size;
      run.left -= size;
      opener.opening.push(size);
      run.closing.push(size);
      open.length = opener.left > 0 ? at + 1 : at;
    }
    if (run.canOpen && run.left > 0) open.push(run);
  }
}

/** Runs of a kind have the same partners. */
const kindOf = ({ sign, canOpen, length }: Run): number =>
  sign.charCodeAt(0) * 6 + (canOpen ? 3 : 0) + (sign === '~' ? length : length % 3);

function openerOf(run: Run, open: readonly Run[], searched: number): number {
  for (let at = open.length - 1; at >= 0; at--) {
    const opener = open[at];
    if (opener === undefined || opener.order <= searched) return -1;
    if (opener.sign === run.sign && fits(opener, run)) return at;
  }
  return -1;
}

function fits(opener: Run, closer: Run): boolean {
  if (closer.sign === '~') return opener.length === closer.length;
  if (!opener.canClose && !closer.canOpen) return true;
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}
