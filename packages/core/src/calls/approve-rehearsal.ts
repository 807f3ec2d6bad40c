import type { Analysis } from '../analysis.ts';
import type { Connected } from '../connected.ts';
import type { Decision, Delivery, DeliveryRecord, DryRunRecord } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { liveOf, requireSending } from '../live-of.ts';
import { readAnalysis } from '../read-analysis.ts';
import { isOpen } from '../record/is-open.ts';
import { queuedDelivery } from '../record/queued-delivery.ts';
import { deliveryOfRecord } from '../record/standing.ts';
import { actorOf } from './audited.ts';
import type { CallDeps } from './call-deps.ts';
import { connectedAs } from './on-record.ts';
import { rehearsalOnRecord } from './rehearsal-on-record.ts';
import { rehearseAgain } from './rehearse-again.ts';

export type Approval =
  /** Sent by this call, or in other hands: its status tells. */
  | { readonly kind: 'delivered'; readonly delivery: Delivery }
  /** Nothing was sent: what would be sent now differs, is on record, and can be approved. */
  | { readonly kind: 'changed'; readonly shown: DryRunRecord; readonly now: DryRunRecord }
  /** Somebody was first. */
  | { readonly kind: 'decided'; readonly decision: Decision; readonly record?: DeliveryRecord };

export interface Approving {
  readonly by: string;
  readonly signal: AbortSignal;
}

/**
 * Decides, puts the delivery on record, and delivers: in this order, so that whoever ends in between has lost nothing. An
 * approval that was not sent yet is sent by whoever approves once more, or by a worker.
 */
export async function approveRehearsal(deps: CallDeps, id: bigint, { by, signal }: Approving): Promise<Approval> {
  const { ledger } = deps;
  const actor = actorOf(by);
  const record = await rehearsalOnRecord(deps, id);
  const standing = await deliveryOf(deps, record.key);
  const { decision } = record;
  if (decision && !(decision.kind === 'approved' && standing && maySend(standing))) {
    return { kind: 'decided', decision, ...(standing ? { record: standing } : {}) };
  }
  if (standing?.ticket) return { kind: 'delivered', delivery: deliveryOfRecord(standing) };

  const one = connectedAs(deps, record.integration);
  requireSending(one);
  const analysis = analysisIn(deps, record);
  if (decision) return sendApproved(deps, { record, analysis, one, signal });
  if (record.unresolved.length > 0) {
    const now = await rehearseAgain(deps, record, analysis, await liveOf(one), signal);
    if (now) return { kind: 'changed', shown: record, now };
  }
  const { traceParent } = record;
  const delivery = { ...queuedDelivery(analysis, one), ...(traceParent === undefined ? {} : { traceParent }) };
  const end = await ledger.dryRuns.decide(id, { kind: 'approved', by: actor, delivery });
  switch (end.kind) {
    case 'absent':
      throw new ItsmError('input', `The dry run ${id} was removed a moment ago. Make it again.`);
    case 'taken':
      return { kind: 'delivered', delivery: deliveryOfRecord(end.delivery) };
    case 'late': {
      const now = await deliveryOf(deps, record.key);
      return { kind: 'decided', decision: end.decision, ...(now ? { record: now } : {}) };
    }
    case 'decided':
      return sendApproved(deps, { record: end.record, analysis, one, signal });
  }
}

interface Sending {
  readonly record: DryRunRecord;
  readonly analysis: Analysis;
  readonly one: Connected;
  readonly signal: AbortSignal;
}

async function sendApproved(deps: CallDeps, { record, analysis, one, signal }: Sending): Promise<Approval> {
  const { id, key, traceParent } = record;
  const options = { askedBy: 'person', signal, traceParent, approved: id } as const;
  const delivery = await deps.deliver(analysis, await liveOf(one), options);
  const [now] = delivery.error?.kind === 'changed' ? await deps.ledger.dryRuns.of(key, 1) : [];
  return now ? { kind: 'changed', shown: record, now } : { kind: 'delivered', delivery };
}

function analysisIn({ redactor }: CallDeps, { analysis, jobId, id }: DryRunRecord): Analysis {
  if (analysis !== undefined) return readAnalysis(analysis, redactor, `the analysis of job "${jobId}"`).analysis;
  throw new ItsmError(
    'input',
    `The dry run ${id} cannot be sent: its analysis is not on record. Make the dry run again with "itsm create".`,
  );
}

const deliveryOf = async ({ ledger }: CallDeps, key: string): Promise<DeliveryRecord | undefined> =>
  (await ledger.deliveries({ key }))[0];

/** Also `sending`: whoever was at it may have ended, and the claim says whether it is still held. */
const maySend = (record: DeliveryRecord): boolean => isOpen(record) || record.status === 'sending';
