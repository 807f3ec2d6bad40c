import type { ApprovedBy, AskedBy, Claim, Clock, DeliveryRecord, ItsmEvent, Ledger, Settlement } from '../contracts.ts';
import { eventOf } from '../emit/event-of.ts';

export interface Unsent {
  readonly askedBy: AskedBy;
  /** Only while the row is that of this approval, or of none. @default whatever it says */
  readonly approved?: ApprovedBy;
  readonly leaseMs: number;
  readonly clock: Pick<Clock, 'now'>;
  /** How it ends; `doubt` is what an earlier send may have left behind. */
  end(claim: Extract<Claim, { status: 'claimed' }>): Pick<Settlement, 'outcome' | 'rounds' | 'twinsDue'>;
}

/** Ends a delivery by a decision of our own side: nothing is sent. Undefined when it is in other hands, or settled. */
export async function settleUnsent(
  ledger: Pick<Ledger, 'claim' | 'settle'>,
  { key, jobId, integration, platform, environment, severity }: DeliveryRecord,
  { askedBy, approved, leaseMs, clock, end }: Unsent,
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
  const settled = await ledger.settle(token, { ...ended, attempts, event });
  return settled === 'superseded' ? undefined : settled;
}
