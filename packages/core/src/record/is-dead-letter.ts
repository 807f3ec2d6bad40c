import type { DeliveryRecord } from '../contracts.ts';
import { decidedByPeople } from './decided-by-people.ts';

/** It has failed and nobody has decided about it: not what a person rejected, nor what waits for another approval. */
export const isDeadLetter = ({ status, error }: Pick<DeliveryRecord, 'status' | 'error'>): boolean =>
  status === 'failed' && !(error && decidedByPeople.includes(error.kind));
