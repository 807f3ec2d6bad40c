import { describe, expect, it } from 'vitest';
import { policy } from '../__tests__/samples.ts';
import type { LiveOutcome } from '../contracts.ts';
import type { ItsmErrorKind } from '../itsm-error.ts';
import { scheduleLater } from './schedule-later.ts';

const now = new Date('2025-10-27T10:30:00Z');
const failed = (kind: ItsmErrorKind): LiveOutcome => ({
  kind: 'failed',
  error: { kind, message: 'POST /incident was answered 502.' },
  warnings: [],
});
const later = (outcome: LiveOutcome, rounds = 0) => scheduleLater({ outcome, rounds, sends: 4 }, policy, now);

describe('scheduleLater', () => {
  it.each(['unavailable', 'rate-limited', 'outcome-unknown'] as const)(
    'waits for the next round after a failure that may pass: %s',
    kind => {
      const notBefore = new Date('2025-10-27T10:30:30Z');
      expect(later(failed(kind))).toMatchObject({ outcome: { kind: 'pending', notBefore }, rounds: 1 });
    },
  );

  it('gives up after the last round, and says so', () => {
    const message = 'Gave up after 5 rounds of retries: POST /incident was answered 502.';
    expect(later(failed('outcome-unknown'), 4)).toMatchObject({ outcome: { kind: 'failed', error: { message } } });
  });

  it.each(['rejected', 'auth', 'config', 'mapping'] as const)('takes the platform’s no for final: %s', kind => {
    expect(later(failed(kind))).toEqual({ outcome: failed(kind), rounds: 0 });
  });
});
