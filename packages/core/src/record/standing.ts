import type { Claim, Delivery, DeliveryIdentity, DeliveryRecord } from '../contracts.ts';

/** The delivery as it stands where nothing is to be sent now: settled before, not due yet, or in another process' hands. */
export function standing(identity: DeliveryIdentity, claim: Exclude<Claim, { status: 'claimed' }>): Delivery {
  if (claim.status === 'held') return { ...identity, ...nothingDone, status: 'sending', success: false };
  return deliveryOfRecord(claim.record);
}

const nothingDone = { existing: false, attempts: 0, durationMs: 0, dryRun: false, warnings: [] } as const;

/** A row as a caller is told of it. */
export function deliveryOfRecord(record: DeliveryRecord): Delivery {
  const { key, jobId, integration, platform, status, ticket, attempts, error, warnings, notBefore } = record;
  const exists = status === 'created' || status === 'found';
  return {
    ...{ key, jobId, integration, platform, status, attempts, warnings },
    success: exists,
    existing: exists,
    durationMs: 0,
    dryRun: false,
    ...(ticket ? { ticket } : {}),
    ...(error && !exists ? { error } : {}),
    ...(notBefore && !exists ? { notBefore } : {}),
  };
}
