import { AssertionError } from 'node:assert';

/** Fails the test with words that say what the contract wants, and why: they are read by whoever writes a plugin. */
export function lesson(holds: unknown, teaching: string): asserts holds {
  if (!holds) throw new AssertionError({ message: teaching, stackStartFn: lesson });
}
