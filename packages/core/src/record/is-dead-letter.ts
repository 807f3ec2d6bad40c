import type { DeliveryRecord, Failure } from '../contracts.ts';

const decidedByPeople: ReadonlySet<Failure['kind']> = new Set(['discarded', 'changed']);

/** It has failed and nobody has decided about it: not what a person rejected, nor what waits for another approval. */
export const isDeadLetter = ({ status, error }: Pick<DeliveryRecord, 'status' | 'error'>): boolean =>
  status === 'failed' && !(error && decidedByPeople.has(error.kind));
