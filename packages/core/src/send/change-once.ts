import type {
  Call,
  Clock,
  DeliveryPolicy,
  Failure,
  ItsmAdapter,
  TicketChange,
  TicketRef,
  Warning,
} from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { backoffMs } from './backoff.ts';
import { failureOf } from './failure-of.ts';

export interface ChangeSending {
  readonly adapter: ItsmAdapter;
  readonly ticket: TicketRef;
  readonly change: TicketChange;
  readonly policy: DeliveryPolicy;
  readonly call: Call;
}
export type ChangeOutcome =
  | { readonly kind: 'updated'; readonly warnings: readonly Warning[] }
  | { readonly kind: 'failed' | 'unknown'; readonly error: Failure; readonly warnings: readonly Warning[] };

/**
 * Sends a change, again only where it is certain that the platform did not take it: a note that may be there already
 * is not written a second time.
 */
export async function changeOnce(
  { adapter, ticket, change, policy, call }: ChangeSending,
  { clock, random }: { readonly clock: Clock; readonly random: () => number },
): Promise<{ readonly outcome: ChangeOutcome; readonly attempts: number }> {
  for (let attempts = 1; ; attempts++) {
    try {
      const { warnings } = await adapter.update(ticket, change, call);
      return { outcome: { kind: 'updated', warnings }, attempts };
    } catch (cause) {
      const error = failureOf(cause, 'outcome-unknown');
      const end = (kind: 'failed' | 'unknown') => ({ outcome: { kind, error, warnings: [] }, attempts }) as const;
      if (error.kind === 'outcome-unknown') return end('unknown');
      if (!ItsmError.is(cause) || !cause.retryable || attempts > policy.maxRetries) return end('failed');
      const waitMs = backoffMs(attempts, policy, cause.retryAfterMs, random);
      if (waitMs > policy.retryAfterCapMs) return end('failed');
      try {
        await clock.sleep(waitMs, call.signal);
      } catch {
        return end('failed');
      }
    }
  }
}
