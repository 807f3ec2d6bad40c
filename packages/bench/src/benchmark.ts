import type { Spread } from './measure/spread.ts';

/** What the issue asks of a figure. A figure that is only told has none. */
export type Target = { readonly atMost: number } | { readonly atLeast: number };

/** One side of a comparison, or a size on its own: `{ name: 'jira.js', unit: 'µs of CPU a ticket', amount }`. */
export interface Side {
  readonly name: string;
  readonly unit: string;
  readonly amount: Spread;
}

/** One line of the table. */
export interface Figure {
  readonly what: string;
  /** Of the two sides in the same round, or the amount itself. */
  readonly value: Spread;
  /** @default a ratio has none */
  readonly unit?: string;
  readonly target?: Target;
  readonly sides: readonly Side[];
}

/** Something that was counted beside the figures. Where it is another number, they are figures of something else. */
export interface Count {
  readonly what: string;
  readonly expected: number;
  readonly counted: number;
}

export interface Measured {
  readonly figures: readonly Figure[];
  readonly counts: readonly Count[];
}

/** `small` does the same as `full` with few tickets: it shows that a benchmark works, and its figures are worth nothing. */
export type Size = 'full' | 'small';

export interface RunOptions {
  readonly size: Size;
  /** How often both sides are measured, in turns. */
  readonly rounds: number;
  /** A line for whoever waits. */
  say(progress: string): void;
}

export interface Benchmark {
  run(options: RunOptions): Promise<Measured>;
}

export const isAsExpected = ({ expected, counted }: Count): boolean => counted === expected;

export function isMet({ value, target }: Figure): boolean | undefined {
  if (target === undefined) return undefined;
  return 'atMost' in target ? value.median <= target.atMost : value.median >= target.atLeast;
}
