import { randomUUID } from 'node:crypto';
import type { LaneId, Ledger, QueuedDelivery } from '@itsm-bridge/core';
import { newDelivery } from './samples.ts';

export const analysis = {
  job: { id: 'abc123', title: 'Checkout requests time out' },
  analysis: { root_cause: 'a "quote"' },
};

/** A delivery as it is enqueued, of a job that no other test knows. */
export const queued = (lane: LaneId, over: Partial<QueuedDelivery> = {}): QueuedDelivery => {
  const { leaseMs: _leaseMs, askedBy: _askedBy, ...delivery } = newDelivery({ ...lane, analysis, ...over });
  return { ...delivery, jobId: `job ${randomUUID()}` };
};

export const keysOf = (taken: Awaited<ReturnType<Ledger['queue']['take']>>) => taken.map(({ key }) => key);
