import type { DeliveryPolicy } from '../contracts.ts';
import type { Itsm } from '../itsm.ts';
import { ItsmError } from '../itsm-error.ts';
import { closedBy } from '../lane/closed-by.ts';
import { settleUnsent } from '../record/settle-unsent.ts';
import { actorOf, audited, wordsOf } from './audited.ts';
import { type CallDeps, never } from './call-deps.ts';
import { deliverAgain } from './deliver-again.ts';
import { connectedAs, endable, inReview, onRecord } from './on-record.ts';
import { sendingAs } from './sending-as.ts';

const recreate: DeliveryPolicy['onUnresolved'] = {
  ...{ critical: 'recreate', high: 'recreate' },
  ...{ medium: 'recreate', low: 'recreate' },
};

/** What a person decides of a delivery that no look-up could settle, or that failed. */
export function reviewingCalls(deps: CallDeps): Pick<Itsm, 'approve' | 'reject'> {
  const { ledger, clock, sink, track } = deps;
  return {
    async approve(key, { by, signal = never }) {
      const record = await inReview(deps, key);
      const one = await sendingAs(deps, record);
      const { integration, lane } = one;
      // What a person decided is not in the row: whoever took it up later would look, and ask again.
      const closed = closedBy(await ledger.lanes.state(lane.id));
      if (closed) throw new ItsmError('held', `${closed.message} Nothing was sent; approve ${key} then.`);
      const policy = { ...integration.policy, onUnresolved: recreate };
      const connected = { ...one, integration: { ...integration, policy } };
      const entry = { by, action: 'approve', key, integration: integration.name };
      return track(audited(deps, entry, () => deliverAgain(deps, record, connected, signal)));
    },

    async reject(key, { by, reason }) {
      const record = await endable(deps, key);
      const { leaseMs } = connectedAs(deps, record.integration).integration.policy;
      const words = wordsOf(reason);
      const message = `Rejected by ${actorOf(by)}${words ? `: ${words}` : ''}. Nothing more is sent, unless by "itsm replay ${key}".`;
      const entry = { by, action: 'reject', key, integration: record.integration, ...(words ? { detail: words } : {}) };
      const reject = async () => {
        const event = await settleUnsent(ledger, record, {
          ...{ askedBy: 'person', leaseMs, clock, signal: never },
          end: ({ doubt, rounds }) => ({
            outcome: { kind: 'failed', error: { kind: 'discarded', message }, ...(doubt && { doubt }), warnings: [] },
            rounds,
          }),
        });
        if (event === undefined) throw new ItsmError('input', `${key} is in other hands now; look at it again.`);
        sink.emit(event);
      };
      await track(audited(deps, entry, reject));
      return onRecord(deps, key);
    },
  };
}
