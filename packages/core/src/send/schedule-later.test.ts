import { describe, expect, it } from 'vitest';
import { oldDoubt, policy, ticket } from '../__tests__/samples.ts';
import type { Failure, LiveOutcome } from '../contracts.ts';
import type { ItsmErrorKind } from '../itsm-error.ts';
import { scheduleLater } from './schedule-later.ts';

const now = new Date('2025-10-27T10:30:00Z');
const inMs = (ms: number) => new Date(now.getTime() + ms);
const warnings = [{ code: 'undefined', message: 'nothing was rendered' }];
const errorOf = (kind: ItsmErrorKind): Failure => ({ kind, message: 'Down for maintenance' });
const failed = (kind: ItsmErrorKind): LiveOutcome => ({ kind: 'failed', error: errorOf(kind), warnings });
const unknown = (kind: ItsmErrorKind): LiveOutcome => ({
  ...{ kind: 'unknown', error: errorOf(kind), doubt: oldDoubt, notBefore: inMs(20_000), warnings },
});
const later = (outcome: LiveOutcome, rounds: number, sends = 4) =>
  scheduleLater({ outcome, rounds, sends }, policy, now);

describe('scheduleLater', () => {
  it.each(policy.laterMs.map((ms, round) => [round, ms] as const))(
    'lets a failure that may pass wait after round %d for %d ms',
    (rounds, ms) => {
      for (const kind of ['unavailable', 'rate-limited'] as const) {
        expect(later(failed(kind), rounds)).toEqual({
          outcome: { kind: 'pending', error: errorOf(kind), notBefore: inMs(ms), warnings },
          rounds: rounds + 1,
        });
      }
    },
  );

  it('makes a dead letter of it after the last wait, and says how often it was tried', () => {
    expect(later(failed('unavailable'), 4)).toEqual({
      outcome: {
        kind: 'failed',
        error: { kind: 'unavailable', message: 'Gave up after 5 rounds of retries: Down for maintenance' },
        warnings,
      },
      rounds: 4,
    });
  });

  it('has no later rounds where the config has none', () => {
    expect(scheduleLater({ outcome: failed('unavailable'), rounds: 0, sends: 4 }, { laterMs: [] }, now)).toMatchObject({
      outcome: { kind: 'failed', error: { message: expect.stringContaining('after 1 rounds') } },
    });
  });

  it.each(['rejected', 'auth', 'config', 'input', 'template', 'mapping'] as const)(
    'leaves a failure of kind %s final: another round changes nothing',
    kind => {
      expect(later(failed(kind), 0)).toEqual({ outcome: failed(kind), rounds: 0 });
    },
  );

  it.each<[string, LiveOutcome]>([
    ['has its ticket', { kind: 'created', ticket, warnings }],
    ['was found', { kind: 'found', ticket, twins: [], warnings }],
    ['waits for a person', { kind: 'needs-review', error: errorOf('outcome-unknown'), warnings }],
    ['waits for its time already', { kind: 'pending', error: errorOf('held'), notBefore: inMs(1), warnings }],
  ])('leaves alone what %s', (_, outcome) => {
    expect(later(outcome, 2)).toEqual({ outcome, rounds: 2 });
  });

  it('keeps a doubt while it waits, and gives it to a person after the last wait', () => {
    expect(later(unknown('outcome-unknown'), 1)).toEqual({
      outcome: { ...unknown('outcome-unknown'), notBefore: inMs(300_000) },
      rounds: 2,
    });
    expect(later(unknown('outcome-unknown'), 4)).toMatchObject({
      ...{ outcome: { kind: 'needs-review', doubt: oldDoubt, warnings }, rounds: 4 },
    });
  });

  it('uses up no round on a doubt that only waits for its settle window', () => {
    expect(later(unknown('outcome-unknown'), 4, 0)).toEqual({ outcome: unknown('outcome-unknown'), rounds: 4 });
  });

  it('uses up a round on a look-up that failed, though nothing was sent', () => {
    expect(later(unknown('unavailable'), 0, 0).rounds).toBe(1);
  });

  it.each(['held', 'cancelled'] as const)('uses up no round on a doubt that our own side left open (%s)', kind => {
    expect(later(unknown(kind), 4)).toEqual({ outcome: unknown(kind), rounds: 4 });
  });
});
