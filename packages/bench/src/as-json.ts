import { type Figure, isMet } from './benchmark.ts';

/** The figures with all that the table leaves out. */
export function asJson(figures: readonly Figure[], machine: string, rounds: number): string {
  const told = figures.map(figure => ({ ...figure, met: isMet(figure) ?? null }));
  return `${JSON.stringify({ machine, rounds, figures: told }, null, 2)}\n`;
}
