import type { DeliveryRecord } from '../contracts.ts';

/** A person has decided it: the same analysis again is no new decision, and neither is a replay of all that failed. */
export const isDiscarded = ({ status, error }: Pick<DeliveryRecord, 'status' | 'error'>): boolean =>
  status === 'failed' && error?.kind === 'discarded';
