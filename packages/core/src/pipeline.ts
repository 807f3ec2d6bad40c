import type { Analysis } from './analysis.ts';
import { compose } from './compose.ts';
import type { Connected } from './connected.ts';
import type { ApprovedBy, AskedBy, Clock, Delivery, EventSink, Ledger, Outcome, TicketChange } from './contracts.ts';
import { deliveryOf } from './emit/delivery-of.ts';
import { followAtOnce } from './follow/follow-at-once.ts';
import type { FollowUp } from './follow/follow-up.ts';
import { admitted } from './lane/admitted.ts';
import { approvedOf } from './record/approved-of.ts';
import { claimOpen } from './record/claim-open.ts';
import { recordDryRun } from './record/record-dry-run.ts';
import { recordRehearsal } from './record/record-rehearsal.ts';
import { settleSurely } from './record/settle-surely.ts';
import { settlementOf } from './record/settlement-of.ts';
import { standing } from './record/standing.ts';
import { standsNow } from './record/stands-now.ts';
import { unresolvedIn } from './record/unresolved-in.ts';
import type { Recur } from './recur/recur.ts';
import { startRun } from './run.ts';
import type { CreateOnce, Retry } from './send/create-once.ts';
import { sendComposed } from './send/send-composed.ts';
import { inSpan } from './trace/in-span.ts';
import { withTraceId, withTraceOf } from './trace/with-trace-id.ts';

export interface PipelineDeps {
  readonly ledger: Ledger;
  readonly sink: EventSink;
  readonly clock: Clock;
  readonly createOnce: CreateOnce;
  /** @default every analysis gets a ticket of its own */
  readonly recur?: Recur;
  /** @default nothing belongs to a ticket but itself */
  readonly followUp?: FollowUp;
}
export interface DeliverOptions {
  readonly askedBy: AskedBy;
  readonly signal: AbortSignal;
  /** Ends waits and lets requests finish. @default never */
  readonly hurry?: AbortSignal;
  /** Of the span that enqueued it. @default the one that is active */
  readonly traceParent?: string | undefined;
  /** What the analysis came with: nothing is sent once another one is approved. @default it is handed in anew */
  readonly approved?: ApprovedBy | undefined;
}
export type Deliver = (analysis: Analysis, connected: Connected, options: DeliverOptions) => Promise<Delivery>;

/**
 * analysis → render → map → claim → recur → admit → resolve → prepare → create → record → emit → follow up,
 * for one connected integration.
 * A failing platform is an outcome on record, never an exception.
 *
 * @throws ItsmError kind `ledger`: the ledger is not there. What was sent before it went is found by the next run.
 */
export const createPipeline = ({ ledger, sink, clock, createOnce, recur, followUp }: PipelineDeps): Deliver =>
  async function deliver(analysis, connected, { askedBy, signal, hurry, approved: dryRun }) {
    const { adapter, integration } = connected;
    const { policy } = integration;
    const run = startRun(analysis, connected, clock);
    let composed = compose(connected, withTraceId(analysis));
    const sending = { adapter, policy, signal, now: clock.now(), ...(hurry ? { hurry } : {}) };
    const retrying = (sentBefore: number) => async (retry: Retry) => {
      const notBefore = new Date(clock.now().getTime() + retry.waitMs);
      const outcome: Outcome = { kind: 'pending', error: retry.error, notBefore, warnings: [] };
      sink.emit(await ledger.append(run.event(outcome, sentBefore + retry.sends, retry.looked)));
    };

    if (!adapter.writes) {
      const unclaimed = { since: clock.now(), renew: async () => true, onRetry: retrying(0) };
      const unresolved = composed.kind === 'draft' ? unresolvedIn(adapter, composed.draft) : [];
      const sent = await sendComposed(createOnce, composed, { ...sending, ...unclaimed });
      if (sent.kind === 'superseded') return standing(run.identity, { status: 'held' });
      const event = await recordRehearsal(ledger, { run, analysis, connected, unresolved }, sent.outcome);
      sink.emit(event);
      return deliveryOf(event, sent.outcome);
    }

    const claim = await inSpan('itsm.claim', { ends: ({ status }) => ({ facts: { 'itsm.claim': status } }) }, () =>
      claimOpen(ledger, connected, { analysis, askedBy, approved: dryRun, signal, clock }),
    );
    const follow = (delivery: Delivery, followUps: readonly TicketChange[]) =>
      followAtOnce(followUp, delivery, connected, followUps, [signal, hurry]);
    const owed = () => (composed.kind === 'draft' ? composed.followUps : []);
    if (claim.status !== 'claimed') {
      const owes = claim.status === 'settled' && claim.record.followUpsDue && askedBy !== 'schedule';
      return follow(standing(run.identity, claim), owes ? owed() : []);
    }
    const { token, attempts, doubt, restored = false, since } = claim;
    const approved = await approvedOf(ledger, claim);
    const shown = approved.approved;
    if (shown) composed = compose(connected, withTraceOf(analysis, shown));
    const renew = () => ledger.renew(token);
    // A dry run has shown a ticket: a note on another one is not what was approved.
    const recurs = shown ? undefined : recur;
    const instead = () => recurs?.({ analysis, connected, askedBy, signal, renew, ...(hurry ? { hurry } : {}) });
    // In doubt the look comes first: this very delivery may have its ticket.
    const claimed = { since, renew, onRetry: retrying(attempts), ...(doubt ? { doubt, instead } : {}), ...approved };
    const sent =
      (doubt ? undefined : await instead()) ??
      (await admitted(ledger.lanes, connected, { clock, doubt, restored }, () =>
        sendComposed(createOnce, composed, { ...sending, ...claimed }),
      ));
    if (sent.kind === 'superseded') return standsNow(ledger, run.identity);
    if (sent.changed) {
      const now = { run, analysis, connected, unresolved: [], ...(shown && { madeIn: shown }) };
      sink.emit((await recordDryRun(ledger, now, sent.changed)).event);
    }
    const followUps = sent.recurred ? [] : owed();
    const settling = {
      ...claim,
      askedBy,
      isApproved: shown !== undefined,
      policy,
      now: clock.now(),
      followUps: followUps.length > 0,
    };
    const settlement = settlementOf(run, settling, sent);
    const event = await inSpan('itsm.settle', {}, () =>
      settleSurely(ledger, token, settlement, { clock, leaseMs: policy.leaseMs, signal }),
    );
    if (event === 'superseded') return standsNow(ledger, run.identity, settlement.outcome);
    sink.emit(event);
    // A worker makes them beside further deliveries.
    return follow(deliveryOf(event, settlement.outcome), askedBy === 'schedule' ? [] : followUps);
  };
