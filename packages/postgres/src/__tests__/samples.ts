import { randomUUID } from 'node:crypto';
import type {
  ClaimToken,
  DeliveryIdentity,
  Ledger,
  NewDelivery,
  NewEvent,
  QueuedDelivery,
  Settlement,
} from '@itsm-bridge/core';

/** A delivery that no other test knows. */
export const newDelivery = (): NewDelivery => {
  const id = randomUUID();
  return {
    ...{ key: `itsm-${id}`, jobId: `job-${id}`, integration: 'servicenow', platform: 'servicenow' },
    ...{ environment: 'TEST', severity: 'medium', leaseMs: 60_000, askedBy: 'request' },
  };
};

/** The same as it is enqueued, in a lane that no other test knows. */
export const queued = (): QueuedDelivery => {
  const { leaseMs: _leaseMs, askedBy: _askedBy, ...delivery } = newDelivery();
  return { ...delivery, environment: randomUUID(), analysis: { job: { id: delivery.jobId, title: 'A job' } } };
};

export const newEvent = ({ key, jobId, integration, platform }: DeliveryIdentity): NewEvent => ({
  type: 'ticket-created',
  at: new Date(),
  ...{ key, jobId, integration, platform },
  dryRun: false,
  attempt: 1,
  durationMs: 412,
  warnings: [],
});

/** A ticket was created. */
export const settlementOf = (delivery: DeliveryIdentity): Settlement => {
  const ticket = { id: 'a1', key: 'INC0010001', url: 'https://example.service-now.com', names: { sys_id: 'a1' } };
  return { outcome: { kind: 'created', ticket, warnings: [] }, attempts: 1, rounds: 0, event: newEvent(delivery) };
};

export async function claimed(ledger: Ledger, delivery: NewDelivery): Promise<ClaimToken> {
  const claim = await ledger.claim(delivery);
  if (claim.status !== 'claimed') throw new Error(`the claim is ${claim.status}`);
  return claim.token;
}
