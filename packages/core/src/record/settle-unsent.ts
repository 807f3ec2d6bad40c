import type { ApprovedBy, AskedBy, Claim, Clock, DeliveryRecord, ItsmEvent, Ledger, Settlement } from '../contracts.ts';
import { eventOf } from '../emit/event-of.ts';
import { settleSurely } from './settle-surely.ts';

export interface Unsent {
  readonly askedBy: AskedBy;
  /** Only while the row is that of this approval, or of none. @default whatever it says */
  readonly approved?: ApprovedBy;
  readonly leaseMs: number;
  readonly clock: Clock;
  /** Nobody waits for it any more. */
  readonly signal: AbortSignal;
  /** How it ends; `doubt` is what an earlier send may have left behind. */
  end(claim: Extract<Claim, { status: 'claimed' }>): Pick<Settlement, 'outcome' | 'rounds' | 'twinsDue'>;
}

/**
 * Ends a delivery by a decision of our own side: nothing is sent. Undefined when it is in other hands, or settled.
 *
 * Written surely: what was claimed and not settled is a send that nobody made, and a worker would come back to it.
 */
export async function settleUnsent(
  ledger: Pick<Ledger, 'claim' | 'settle'>,
  { key, jobId, integration, platform, environment, severity }: DeliveryRecord,
  { askedBy, approved, leaseMs, clock, signal, end }: Unsent,
): Promise<ItsmEvent | undefined> {
  const identity = { key, jobId, integration, platform };
  const asked = { ...identity, environment, severity, leaseMs, askedBy, sendsNothing: true };
  const claim = await ledger.claim({ ...asked, ...(approved === undefined ? {} : { approved }) });
  if (claim.status !== 'claimed') return undefined;
  const { token, attempts } = claim;
  const ended = end(claim);
  const { outcome } = ended;
  const facts = { at: clock.now(), environment, attempt: attempts, durationMs: 0, dryRun: false };
  const event = eventOf(identity, outcome, facts);
  const settled = await settleSurely(ledger, token, { ...ended, attempts, event }, { clock, leaseMs, signal });
  return settled === 'superseded' ? undefined : settled;
}
