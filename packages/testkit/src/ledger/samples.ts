import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type {
  Claim,
  ClaimToken,
  DeliveryIdentity,
  DeliveryRecord,
  EventType,
  Failure,
  LaneId,
  Ledger,
  LiveOutcome,
  NewDelivery,
  NewDryRun,
  NewEvent,
  Settlement,
  TicketRef,
} from '@itsm-bridge/core';

export const leaseMs = 60_000;

/** A delivery that no other test knows. */
export function newDelivery(over: Partial<NewDelivery> = {}): NewDelivery {
  const id = randomUUID().replaceAll('-', '');
  return {
    ...{ key: `itsm-${id}`, jobId: `job-${id}`, integration: 'servicenow', platform: 'servicenow' },
    ...{ environment: 'TEST', severity: 'medium', leaseMs, askedBy: 'request' },
    ...over,
  };
}

/** A dry run as it is put on record, with what it takes to deliver it. */
export function newDryRun(delivery: NewDelivery, over: Partial<NewDryRun> = {}): NewDryRun {
  const { key, jobId, integration, platform, environment, severity } = delivery;
  return {
    ...{ key, jobId, integration, platform, environment, severity, title: 'Checkout requests time out' },
    ...{ payload: { short_description: 'Checkout requests time out' }, warnings: [], unresolved: [] },
    analysis: { job: { id: jobId, title: 'Checkout requests time out', severity } },
    ...over,
  };
}

export const ticket: TicketRef = {
  id: '9d385017c611228701d22104cc95c371',
  key: 'INC0010001',
  url: 'https://example.service-now.com/nav_to.do?uri=incident.do?sys_id=9d385017c611228701d22104cc95c371',
  names: { sys_id: '9d385017c611228701d22104cc95c371' },
};

export const failure: Failure = { kind: 'rejected', status: 400, message: 'priority: choose a valid value' };

export const created: LiveOutcome = { kind: 'created', ticket, warnings: [] };

export function newEvent({ key, jobId, integration, platform }: DeliveryIdentity, type: EventType): NewEvent {
  const at = new Date('2025-10-27T10:30:00.123Z');
  return { type, at, key, jobId, integration, platform, dryRun: false, attempt: 1, durationMs: 412, warnings: [] };
}

export function settlement(delivery: DeliveryIdentity, outcome: LiveOutcome, attempts = 1): Settlement {
  const type = `ticket-${outcome.kind === 'pending' ? 'retrying' : outcome.kind}` as const;
  return { outcome, attempts, rounds: 0, event: newEvent(delivery, type) };
}

export type Claimed = Extract<Claim, { status: 'claimed' }>;

export async function claimed(ledger: Ledger, delivery: NewDelivery): Promise<Claimed> {
  const claim = await ledger.claim(delivery);
  assert.equal(claim.status, 'claimed');
  // Narrows: the assertion above compares, and knows nothing of types.
  if (claim.status !== 'claimed') throw new Error('unreachable');
  return claim;
}

/** A lane that no other test knows. */
export const newLane = (): LaneId => ({ environment: `TEST ${randomUUID()}`, integration: 'servicenow' });

/** Claims the delivery and settles it. */
export async function settled(ledger: Ledger, delivery: NewDelivery, outcome: LiveOutcome): Promise<ClaimToken> {
  const { token } = await claimed(ledger, delivery);
  assert.notEqual(await ledger.settle(token, settlement(delivery, outcome)), 'superseded');
  return token;
}

export async function recordOf(ledger: Ledger, key: string): Promise<DeliveryRecord> {
  const [record, ...more] = await ledger.deliveries({ key });
  assert.ok(record, `no record of ${key}`);
  assert.equal(more.length, 0, `more than one record of ${key}`);
  return record;
}
