import type { AskedBy, DeliveryPolicy, LiveOutcome, Outcome, Settlement } from '../contracts.ts';
import type { Run } from '../run.ts';
import type { Sent } from '../send/create-once.ts';
import { scheduleLater } from '../send/schedule-later.ts';

export interface ClaimedRun {
  readonly attempts: number;
  readonly rounds: number;
  readonly askedBy: AskedBy;
  /** A person has approved a dry run: what is decided is not forgotten because a platform was away. @default false */
  readonly isApproved?: boolean;
  readonly policy: DeliveryPolicy;
  readonly now: Date;
  /** Something belongs to the ticket that is to be made once it is on record. */
  readonly followUps: boolean;
}

/**
 * What the ledger is to write of a send. A worker comes back by itself, also to what was approved; for anybody else a failure
 * is final.
 */
export function settlementOf(
  run: Run,
  { attempts: sentBefore, rounds, askedBy, isApproved = false, policy, now, followUps }: ClaimedRun,
  sent: Extract<Sent, { kind: 'done' }>,
): Settlement {
  const end = { outcome: live(sent.outcome), rounds, sends: sent.sends };
  const scheduled = askedBy === 'schedule' || isApproved ? scheduleLater(end, policy, now) : end;
  const hasTicket = 'ticket' in scheduled.outcome;
  const attempts = sentBefore + sent.sends;
  return {
    outcome: scheduled.outcome,
    attempts,
    rounds: scheduled.rounds,
    event: run.event(scheduled.outcome, attempts, sent.looked),
    ...(sent.doubted && hasTicket ? { twinsDue: twinsDue(policy, now) } : {}),
    ...(followUps && hasTicket ? { followUpsDue: followUpsDue(askedBy, policy, now) } : {}),
    ...(sent.sent ? { sent: sent.sent } : {}),
  };
}

/** Beyond the settle window, by as much as a platform may be late once more. */
export const twinsDue = ({ settleWindowMs }: Pick<DeliveryPolicy, 'settleWindowMs'>, now: Date): Date =>
  new Date(now.getTime() + settleWindowMs + 600_000);

/** A worker makes its own at its next sweep, beside further deliveries, and those of a call that did not get to it. */
const followUpsDue = (askedBy: AskedBy, { leaseMs }: Pick<DeliveryPolicy, 'leaseMs'>, now: Date): Date =>
  askedBy === 'schedule' ? now : new Date(now.getTime() + leaseMs);

function live(outcome: Outcome): LiveOutcome {
  if (outcome.kind !== 'dry-run') return outcome;
  const message = 'The adapter says that it writes, and answered as a dry run. This is a defect of the plugin.';
  return { kind: 'failed', error: { kind: 'rejected', message }, warnings: outcome.warnings };
}
