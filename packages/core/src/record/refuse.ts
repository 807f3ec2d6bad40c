import type { Connected } from '../connected.ts';
import type { Clock, Failure, Ledger, LiveOutcome } from '../contracts.ts';
import { eventOf } from '../emit/event-of.ts';
import { failureOf } from '../send/failure-of.ts';
import { nextLook } from '../send/next-look.ts';

export interface Refusal {
  readonly jobId: string;
  readonly error: unknown;
  readonly clock: Pick<Clock, 'now'>;
}

/** Puts on record that a queued delivery cannot be sent as it is. What may have been sent before stays in doubt. */
export async function refuse(
  ledger: Pick<Ledger, 'claim' | 'settle'>,
  { integration, lane, keyOf }: Connected,
  { jobId, error, clock }: Refusal,
): Promise<void> {
  const identity = { key: keyOf(jobId), jobId, integration: integration.name, platform: integration.plugin };
  const { policy } = integration;
  const claim = await ledger.claim({
    ...{ ...lane.id, ...identity, severity: 'medium', leaseMs: policy.leaseMs },
    askedBy: 'schedule',
  });
  if (claim.status !== 'claimed') return;
  const failure: Failure = failureOf(error, 'input');
  const at = clock.now();
  const { doubt, attempts, rounds } = claim;
  const outcome: LiveOutcome = doubt
    ? { kind: 'unknown', error: failure, doubt, notBefore: nextLook(doubt, policy, at), warnings: [] }
    : { kind: 'failed', error: failure, warnings: [] };
  const event = eventOf(identity, outcome, { at, attempt: attempts, durationMs: 0, dryRun: false });
  await ledger.settle(claim.token, { outcome, attempts, rounds, event });
}
