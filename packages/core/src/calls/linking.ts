import type { Connected } from '../connected.ts';
import type { TicketRef } from '../contracts.ts';
import { printable } from '../emit/printable.ts';
import type { Itsm } from '../itsm.ts';
import { ItsmError } from '../itsm-error.ts';
import { liveOf } from '../live-of.ts';
import { settleUnsent } from '../record/settle-unsent.ts';
import { twinsDue } from '../record/settlement-of.ts';
import { audited } from './audited.ts';
import { type CallDeps, never } from './call-deps.ts';
import { connectedAs, onRecord } from './on-record.ts';

/** A person has found the ticket that nobody knew of. */
export function linkingCalls(deps: CallDeps): Pick<Itsm, 'link'> {
  const { ledger, clock, sink, track } = deps;
  return {
    async link(key, { ticket: name, by, signal = never }) {
      const record = await onRecord(deps, key);
      if (record.ticket)
        throw new ItsmError('input', `${key} has its ticket: ${record.ticket.key}. There is nothing to link.`);
      const live = await liveOf(connectedAs(deps, record.integration));
      const ticket = await track(located(live, name, { key, signal }));
      const { policy } = live.integration;
      const settle = async () => {
        const event = await settleUnsent(ledger, record, {
          ...{ askedBy: 'person', leaseMs: policy.leaseMs, clock, signal },
          end: ({ doubt, rounds }) => ({
            outcome: { kind: 'found', ticket, twins: [], warnings: [] },
            rounds,
            // What was sent may have made another one.
            ...(doubt ? { twinsDue: twinsDue(policy, clock.now()) } : {}),
          }),
        });
        if (event === undefined) throw new ItsmError('input', `${key} is in other hands now; look at it again.`);
        sink.emit(event);
      };
      const entry = { by, action: 'link', key, integration: record.integration, detail: ticket.key };
      await track(audited(deps, entry, settle));
      return onRecord(deps, key);
    },
  };
}

async function located(
  { adapter, integration: { name: integration, plugin } }: Connected,
  name: string,
  call: { readonly key: string; readonly signal: AbortSignal },
): Promise<TicketRef> {
  if (!adapter.locate) {
    const why = `the plugin ${plugin} cannot look one up by what people call it`;
    const instead = `"itsm review reject ${call.key}" ends a delivery that failed or waits for a review, with the ticket as the reason.`;
    throw new ItsmError('input', `No ticket of ${integration} can be linked: ${why}. ${instead}`);
  }
  const wanted = printable(name).trim();
  const found = wanted === '' ? undefined : await adapter.locate(wanted, call);
  if (found) return found;
  throw new ItsmError(
    'input',
    `${integration} has no ticket "${wanted.slice(0, 100)}", or none that its user may see.`,
  );
}
