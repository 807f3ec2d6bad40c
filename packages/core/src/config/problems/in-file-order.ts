import { valueAt } from '../secrets/value-at.ts';
import type { Path, Problem } from './problem.ts';

/** Sorts as the file is read: by the place of each member among its siblings; a missing member comes after those that are there. */
export function inFileOrder(problems: readonly Problem[], root: unknown): readonly Problem[] {
  return problems
    .map(problem => ({ problem, places: placesOf(problem.path, root) }))
    .sort((a, b) => compare(a.places, b.places))
    .map(({ problem }) => problem);
}

function placesOf(path: Path, root: unknown): readonly number[] {
  return path.map((part, depth) => {
    const parent = valueAt(root, path.slice(0, depth));
    const place = typeof parent === 'object' && parent !== null ? Object.keys(parent).indexOf(String(part)) : -1;
    return place < 0 ? Number.MAX_SAFE_INTEGER : place;
  });
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [depth, place] of a.entries()) {
    const difference = place - (b[depth] ?? -1);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
