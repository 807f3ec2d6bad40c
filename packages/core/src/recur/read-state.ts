import type { Call, Clock, DeliveryPolicy, ItsmAdapter, TicketRef, TicketState } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { backoffMs } from '../send/backoff.ts';

export interface Reading {
  readonly adapter: Pick<ItsmAdapter, 'read'>;
  readonly ticket: TicketRef;
  readonly call: Call;
  readonly policy: Pick<DeliveryPolicy, 'maxRetries' | 'baseMs' | 'retryAfterCapMs'>;
  /** Ends the waits. */
  readonly patience: AbortSignal;
  /** Extends the claim's lease. False: another process took over. */
  renew(): Promise<boolean>;
}
export type ReadState =
  | { readonly kind: 'read'; readonly state: TicketState }
  | { readonly kind: 'failed'; readonly cause: unknown }
  | { readonly kind: 'superseded' };

/** The ticket as it stands, asked again while the failure may pass: as often as a send, and after the same waits. */
export async function readState(
  { adapter, ticket, call, policy, patience, renew }: Reading,
  { clock, random }: { readonly clock: Clock; readonly random: () => number },
): Promise<ReadState> {
  if (!adapter.read) return { kind: 'read', state: { kind: 'open' } };
  for (let retry = 1; ; retry++) {
    try {
      return { kind: 'read', state: await adapter.read(ticket, call) };
    } catch (cause) {
      const failed = { kind: 'failed', cause } as const;
      if (!ItsmError.is(cause) || !cause.retryable || retry > policy.maxRetries) return failed;
      const waitMs = backoffMs(retry, policy, cause.retryAfterMs, random);
      if (waitMs > policy.retryAfterCapMs) return failed;
      try {
        await clock.sleep(waitMs, patience);
      } catch {
        return failed;
      }
      if (!(await renew())) return { kind: 'superseded' };
    }
  }
}
