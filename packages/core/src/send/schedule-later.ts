import type { DeliveryPolicy, LiveOutcome } from '../contracts.ts';
import { mayPass } from './may-pass.ts';
import { neverLeft } from './never-left.ts';

export interface RunEnd {
  readonly outcome: LiveOutcome;
  /** Rounds that were used up before this run. */
  readonly rounds: number;
  /** Creates of this run. */
  readonly sends: number;
}
export interface Scheduled {
  readonly outcome: LiveOutcome;
  readonly rounds: number;
}

/**
 * What a worker makes of the end of a run: seven seconds of quick retries outlive no outage, so that a failure which may
 * pass waits for the next of `laterMs`, and is final after the last. A doubt that only waits for its settle window uses up
 * nothing; one that has outlived every wait is a person's to resolve.
 */
export function scheduleLater(
  { outcome, rounds, sends }: RunEnd,
  { laterMs }: Pick<DeliveryPolicy, 'laterMs'>,
  now: Date,
): Scheduled {
  if (!passes(outcome, sends)) return { outcome, rounds };
  const waitMs = laterMs[rounds];
  if (waitMs !== undefined) {
    const notBefore = new Date(now.getTime() + waitMs);
    const later: LiveOutcome =
      outcome.doubt === undefined
        ? { ...outcome, kind: 'pending', notBefore }
        : { ...outcome, kind: 'unknown', doubt: outcome.doubt, notBefore };
    return { outcome: later, rounds: rounds + 1 };
  }
  if (outcome.kind === 'failed') return { outcome: { ...outcome, error: usedUp(outcome.error, rounds + 1) }, rounds };
  const { error, doubt, warnings } = outcome;
  return { outcome: { kind: 'needs-review', error: usedUp(error, rounds + 1), doubt, warnings }, rounds };
}

type Passing = Extract<LiveOutcome, { kind: 'failed' | 'needs-review' | 'unknown' }>;

function passes(outcome: LiveOutcome, sends: number): outcome is Passing & { kind: 'failed' | 'unknown' } {
  if (outcome.kind === 'failed') return mayPass(outcome.error);
  if (outcome.kind !== 'unknown' || neverLeft(outcome.error)) return false;
  return sends > 0 || outcome.error.kind !== 'outcome-unknown';
}

const usedUp = <Error extends { readonly message: string }>(error: Error, rounds: number): Error => ({
  ...error,
  message: `Gave up after ${rounds} rounds of retries: ${error.message}`,
});
