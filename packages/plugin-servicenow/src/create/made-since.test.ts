import { expect, it } from 'vitest';
import { madeSince } from './made-since.ts';

/** The work began at 11:59:57 by the clock of the instance. */
const answered = { date: 'Sat, 31 Jan 2026 12:00:00 GMT', elapsedMs: 3_000 };

it.each([
  ['2026-01-31 12:00:00', true],
  ['2026-01-31 11:59:57', true],
  // Whole seconds: it may be 11:59:56.9 and 12:00:00.9.
  ['2026-01-31 11:59:56', false],
  ['2025-01-31 12:00:00', false],
  ['', false],
  ['31.01.2026 12:00', false],
  [undefined, false],
])('says of a record of %s, where the work began at 11:59:57: %s', (createdOn, since) => {
  expect(madeSince(createdOn, answered)).toBe(since);
});

it.each([undefined, null, 'today'])('says of no record that it is new where the answer has the date %s', date => {
  expect(madeSince('2026-01-31 12:00:00', { date, elapsedMs: 0 })).toBe(false);
});
