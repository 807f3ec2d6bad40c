import type { Connected } from '../connected.ts';
import type { ApprovedBy, Clock, EventSink, Ledger, LiveOutcome } from '../contracts.ts';
import { failureOf } from '../send/failure-of.ts';
import { nextLook } from '../send/next-look.ts';
import { scheduleLater } from '../send/schedule-later.ts';
import { settleUnsent } from './settle-unsent.ts';

export interface Refusal {
  readonly jobId: string;
  /** What the analysis came with that cannot be read. */
  readonly approved: ApprovedBy;
  readonly error: unknown;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly sink?: EventSink;
}

/**
 * Puts on record that a queued delivery cannot be sent as it is. What may have been sent before stays in doubt: whoever
 * has a better analysis may look meanwhile, and in the end it is a person's to resolve.
 */
export async function refuse(
  ledger: Pick<Ledger, 'claim' | 'settle' | 'deliveries'>,
  { integration: { policy }, keyOf }: Connected,
  { jobId, approved, error, clock, signal, sink }: Refusal,
): Promise<void> {
  const [record] = await ledger.deliveries({ key: keyOf(jobId) });
  if (record === undefined) return;
  const event = await settleUnsent(ledger, record, {
    ...{ askedBy: 'schedule', approved, leaseMs: policy.leaseMs, clock, signal },
    end({ doubt, rounds }) {
      const failure = failureOf(error, 'input');
      const now = clock.now();
      const outcome: LiveOutcome = doubt
        ? { kind: 'unknown', error: failure, doubt, notBefore: nextLook(doubt, policy, now), warnings: [] }
        : { kind: 'failed', error: failure, warnings: [] };
      return scheduleLater({ outcome, rounds, sends: 0 }, policy, now);
    },
  });
  if (event) sink?.emit(event);
}
