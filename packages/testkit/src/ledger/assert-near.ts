import assert from 'node:assert/strict';

/** Within four seconds: a real clock goes on while a test runs. In milliseconds. */
export const assertNear = (found: number, expected: number): void =>
  assert.ok(Math.abs(found - expected) < 4_000, `found ${found}, expected about ${expected}`);
