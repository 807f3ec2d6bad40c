import type { Connected } from '../connected.ts';
import type {
  ChangeSettlement,
  Clock,
  DeliveryIdentity,
  EventSink,
  Ledger,
  NewEvent,
  TicketChange,
  TicketRef,
} from '../contracts.ts';
import { settleSurely } from '../record/settle-surely.ts';
import { changeOnce } from '../send/change-once.ts';
import type { ChangeOutcome } from '../send/change-progress.ts';
import { holdLease } from '../send/hold-lease.ts';

export interface ApplyDeps {
  readonly ledger: Ledger;
  readonly sink: EventSink;
  readonly clock: Clock;
  readonly random: () => number;
}
export interface ChangeOrder {
  readonly connected: Connected;
  /** That the ticket carries: of the delivery which created it. */
  readonly key: string;
  /** Who asks for the change: its events are of this job. */
  readonly jobId: string;
  readonly ticket: TicketRef;
  readonly change: TicketChange;
  readonly signal: AbortSignal;
  /** Extends what the change is part of. False: nothing more may be sent. */
  renew?(): Promise<boolean>;
}
export type Applied =
  | ChangeOutcome
  /** An earlier call has done it: nothing was sent. */
  | { readonly kind: 'existing' }
  /** Another process is at it. */
  | { readonly kind: 'held' };
export type ApplyChange = (order: ChangeOrder) => Promise<Applied>;

/**
 * claim → look, if in doubt → send → record → emit, for one change of one ticket. A failing platform is an outcome on
 * record, never an exception.
 *
 * @throws ItsmError kind `ledger`: the ledger is not there. What was sent before it went is found by the next call.
 */
export const createApplyChange = ({ ledger, sink, clock, random }: ApplyDeps): ApplyChange =>
  async function apply({ connected, key, jobId, ticket, change: asked, signal, renew }) {
    const change = redacted(asked, connected);
    const { adapter, integration, lane } = connected;
    const { policy } = integration;
    const { leaseMs } = policy;
    const startedAt = clock.now().getTime();
    const { name, plugin } = integration;
    const identity: DeliveryIdentity = { key: connected.keyOf(jobId), jobId, integration: name, platform: plugin };
    const sending = { adapter, ticket, change, policy, call: { key, signal } };
    const eventOf = (outcome: ChangeOutcome, attempt: number): NewEvent => {
      const at = clock.now();
      const facts = { at, attempt, durationMs: at.getTime() - startedAt, dryRun: !adapter.writes };
      const type = outcome.kind === 'updated' ? 'ticket-updated' : 'ticket-update-failed';
      const error = outcome.kind === 'updated' ? {} : { error: outcome.error };
      return {
        type,
        ...identity,
        environment: lane.id.environment,
        ...facts,
        ticket,
        ...error,
        warnings: outcome.warnings,
      };
    };

    if (!adapter.writes) {
      const lease = holdLease(async () => true, { leaseMs, since: clock.now() }, clock);
      const sent = await changeOnce({ ...sending, lease }, { clock, random });
      if (sent.kind === 'superseded') return { kind: 'held' };
      sink.emit(await ledger.append(eventOf(sent.outcome, sent.sends)));
      return sent.outcome;
    }

    const since = clock.now();
    const claim = await ledger.changes.claim({ ...identity, key, changeId: change.id, kind: change.kind, leaseMs });
    if (claim.status === 'applied') return { kind: 'existing' };
    if (claim.status === 'held') return { kind: 'held' };
    const { token, attempts: sentBefore, doubt } = claim;
    const hold = async () => (await (renew?.() ?? true)) && ledger.changes.renew(token, leaseMs);
    const lease = holdLease(hold, { leaseMs, since }, clock);
    const sent = await changeOnce({ ...sending, lease, ...(doubt ? { doubt } : {}) }, { clock, random });
    if (sent.kind === 'superseded') return { kind: 'held' };
    const { outcome } = sent;
    const attempts = sentBefore + sent.sends;
    const settlement = settlementOf(outcome, attempts, eventOf(outcome, attempts));
    const event = await settleSurely(ledger.changes, token, settlement, { clock, leaseMs, signal });
    if (event !== 'superseded') {
      sink.emit(event);
      return outcome;
    }
    // A write whose answer was lost has counted, and the next one came too late: the row tells.
    return (await ledger.changes.status(token)) === settlement.status ? outcome : { kind: 'held' };
  };

/** Also what Markdown made readable: `a\@example.com` is an address in a note. */
const redacted = (change: TicketChange, { redactor }: Connected): TicketChange =>
  change.kind === 'note' ? { ...change, body: redactor.document(change.body) } : change;

const settlementOf = (outcome: ChangeOutcome, attempts: number, event: NewEvent): ChangeSettlement => ({
  status: outcome.kind === 'updated' ? 'applied' : outcome.kind,
  ...{ attempts, event },
  ...(outcome.kind === 'updated' ? {} : { error: outcome.error }),
  ...(outcome.kind === 'unknown' ? { doubt: outcome.doubt } : {}),
});
