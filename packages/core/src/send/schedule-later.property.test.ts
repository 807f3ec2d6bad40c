import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oldDoubt, ticket } from '../__tests__/samples.ts';
import type { Failure, LiveOutcome } from '../contracts.ts';
import type { ItsmErrorKind } from '../itsm-error.ts';
import { scheduleLater } from './schedule-later.ts';

const kinds: readonly ItsmErrorKind[] = [
  ...(['config', 'input', 'template', 'mapping', 'auth', 'rejected'] as const),
  ...(['rate-limited', 'unavailable', 'outcome-unknown', 'ledger', 'held', 'cancelled'] as const),
];
const now = new Date('2025-10-27T10:30:00Z');
const notBefore = new Date('2025-10-27T10:30:20Z');
const warnings: LiveOutcome['warnings'] = [];

const failure = fc.record({ kind: fc.constantFrom(...kinds), message: fc.string() }).map((one): Failure => one);
const doubtful = failure.map(
  (error): LiveOutcome => ({ kind: 'unknown', error, doubt: oldDoubt, notBefore, warnings }),
);
const other = fc.oneof(
  failure.map((error): LiveOutcome => ({ kind: 'failed', error, warnings })),
  failure.map((error): LiveOutcome => ({ kind: 'needs-review', error, warnings })),
  failure.map((error): LiveOutcome => ({ kind: 'pending', error, notBefore, warnings })),
  fc.constant<LiveOutcome>({ kind: 'created', ticket, warnings }),
  fc.constant<LiveOutcome>({ kind: 'found', ticket, twins: [], warnings }),
);
const rounds = fc.nat(30);
const sends = fc.nat(11);
const policy = fc.record({ laterMs: fc.array(fc.integer({ min: 1, max: 86_400_000 }), { maxLength: 20 }) });

describe('scheduleLater, whatever the end of a run', () => {
  it('never lets a doubt become failed or pending, and keeps it as it was', () => {
    fc.assert(
      fc.property(doubtful, rounds, sends, policy, (outcome, usedUp, sent, later) => {
        const { outcome: end } = scheduleLater({ outcome, rounds: usedUp, sends: sent }, later, now);
        expect(['unknown', 'needs-review']).toContain(end.kind);
        expect('doubt' in end && end.doubt).toEqual(oldDoubt);
      }),
    );
  });

  it('comes to an end: each round is used up once, and after the last one nothing waits any more', () => {
    fc.assert(
      fc.property(fc.oneof(doubtful, other), policy, (outcome, later) => {
        let used = 0;
        for (let turn = 0; turn <= later.laterMs.length; turn++) {
          const next = scheduleLater({ outcome, rounds: used, sends: 1 }, later, now);
          expect(next.rounds - used).toBeLessThanOrEqual(1);
          if (next.rounds === used) break;
          used = next.rounds;
        }
        expect(used).toBeLessThanOrEqual(later.laterMs.length);
      }),
    );
  });

  it('makes no ticket out of nothing, and leaves one that exists', () => {
    fc.assert(
      fc.property(fc.oneof(doubtful, other), rounds, sends, policy, (outcome, usedUp, sent, later) => {
        const { outcome: end } = scheduleLater({ outcome, rounds: usedUp, sends: sent }, later, now);
        expect('ticket' in end).toBe('ticket' in outcome);
        if ('ticket' in outcome) expect(end).toEqual(outcome);
      }),
    );
  });
});
