import type { Delivery, DeliveryRecord } from '../contracts.ts';
import type { Itsm } from '../itsm.ts';
import { ItsmError } from '../itsm-error.ts';
import { isDeadLetter } from '../record/is-dead-letter.ts';
import { deliveryOfRecord } from '../record/standing.ts';
import { failureOf } from '../send/failure-of.ts';
import { actorOf, audited, unnamed } from './audited.ts';
import { type CallDeps, never } from './call-deps.ts';
import type { ReplayQuery } from './call-options.ts';
import { deliverAgain } from './deliver-again.ts';
import { laneReports } from './lane-reports.ts';
import { connectedAs, onRecord } from './on-record.ts';
import { sendingAs } from './sending-as.ts';

/** What a person does when something went wrong, or must not go on. */
export function operatingCalls(deps: CallDeps): Pick<Itsm, 'replay' | 'pause' | 'resume' | 'lanes'> {
  const { ledger, clock, track } = deps;
  const laneOf = (name: string) => connectedAs(deps, name).lane.id;

  return {
    async *replay(query, { signal = never, by = unnamed } = {}) {
      actorOf(by);
      for (const record of await replayable(deps, query)) {
        if (signal.aborted) return;
        const { key, integration } = record;
        const sending = audited(deps, { by, action: 'replay', key, integration }, () =>
          sendingAs(deps, record).then(one => deliverAgain(deps, record, one, signal)),
        );
        // One dead letter that cannot be read must not keep the others from being sent.
        yield await track('failed' in query ? sending.catch(error => stillFailed(record, error)) : sending);
      }
    },

    async pause(name, by) {
      const actor = actorOf(by);
      const message = `${name} is paused by ${actor} since ${clock.now().toISOString()}; "itsm resume ${name}" lets it go on.`;
      const lane = laneOf(name);
      const entry = { by: actor, action: 'pause', integration: name };
      await track(audited(deps, entry, () => ledger.lanes.pause(lane, { kind: 'held', message })));
    },
    async resume(name, by = unnamed) {
      const lane = laneOf(name);
      await track(audited(deps, { by, action: 'resume', integration: name }, () => ledger.lanes.resume(lane)));
    },

    lanes: () => track(laneReports(deps)),
  };
}

async function replayable(deps: CallDeps, query: ReplayQuery): Promise<readonly DeliveryRecord[]> {
  const { ledger, isOurs, byName } = deps;
  if ('failed' in query) {
    const failed = await ledger.deliveries({ status: 'failed' });
    return failed.filter(record => isOurs(record) && byName.has(record.integration) && isDeadLetter(record));
  }
  const record = await onRecord(deps, query.key);
  if (record.ticket) {
    throw new ItsmError('input', `${query.key} has its ticket: ${record.ticket.key}. There is nothing to send again.`);
  }
  return [record];
}

function stillFailed(record: DeliveryRecord, error: unknown): Delivery {
  if (!ItsmError.is(error) || error.kind !== 'input') throw error;
  return { ...deliveryOfRecord(record), error: failureOf(error, 'input') };
}
