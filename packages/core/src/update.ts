import type { Connected } from './connected.ts';
import type { ChangeDelivery, Clock, EventSink, Ledger, NewEvent, TicketChange, TicketRef } from './contracts.ts';
import { changeOnce } from './send/change-once.ts';

export interface UpdateDeps {
  readonly ledger: Ledger;
  readonly sink: EventSink;
  readonly clock: Clock;
  readonly random: () => number;
}
export interface ChangeOrder {
  readonly connected: Connected;
  readonly jobId: string;
  readonly ticket: TicketRef;
  readonly change: TicketChange;
  readonly signal: AbortSignal;
}
export type Update = (order: ChangeOrder) => Promise<ChangeDelivery>;

/** A later change of one ticket: sent, put on record as an event, told to the sinks. */
export const createUpdate = ({ ledger, sink, clock, random }: UpdateDeps): Update =>
  async function update({ connected, jobId, ticket, change, signal }) {
    const { adapter, integration, keyOf } = connected;
    const startedAt = clock.now().getTime();
    const key = keyOf(jobId);
    const identity = { key, jobId, integration: integration.name, platform: integration.plugin };
    const dryRun = !adapter.writes;
    const order = { adapter, ticket, change, policy: integration.policy, call: { key, signal } };
    const { outcome, attempts } = await changeOnce(order, { clock, random });
    const at = clock.now();
    const told = { ticket, dryRun, durationMs: at.getTime() - startedAt, warnings: outcome.warnings };
    const error = outcome.kind === 'updated' ? {} : { error: outcome.error };
    const type: NewEvent['type'] = outcome.kind === 'updated' ? 'ticket-updated' : 'ticket-update-failed';
    sink.emit(await ledger.append({ ...identity, ...told, ...error, type, at, attempt: attempts }));
    return {
      ...identity,
      ...told,
      ...error,
      status: dryRun && outcome.kind === 'updated' ? 'dry_run' : outcome.kind,
      success: outcome.kind === 'updated',
    };
  };
