import { utcDate } from '../instance/utc-date.ts';

/** The answer to a request, by the clock of the instance, and how long ago the work on it began, by ours. */
export interface Answered {
  /** The header of the answer. */
  readonly date: unknown;
  readonly elapsedMs: number;
}

/** Both times come in whole seconds. */
const secondMs = 1_000;

/**
 * Whether a record can have been made since the work began. Clocks are not compared: the time of the instance is taken back
 * by what has passed here. Of a record without a time, or an answer without one, it is not said.
 */
export function madeSince(createdOn: unknown, { date, elapsedMs }: Answered): boolean {
  const made = utcDate(String(createdOn ?? ''))?.getTime();
  const answered = Date.parse(String(date ?? ''));
  if (made === undefined || Number.isNaN(answered)) return false;
  return made + secondMs > answered - elapsedMs;
}
