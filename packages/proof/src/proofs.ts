import { eventProofs } from './event-proofs.ts';
import { faultProofs } from './fault-proofs.ts';
import { loadProofs } from './load-proofs.ts';
import type { Proof } from './proof.ts';
import { secretProofs } from './secret-proofs.ts';

/** By the names that `prove` takes. */
export const proofs: Readonly<Record<string, Proof>> = {
  ...faultProofs,
  ...loadProofs,
  ...eventProofs,
  ...secretProofs,
};
