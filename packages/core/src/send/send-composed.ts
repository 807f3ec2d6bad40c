import type { Composed } from '../compose.ts';
import type { Failure, Outcome } from '../contracts.ts';
import type { CreateOnce, Sending, Sent } from './create-once.ts';
import { nextLook } from './next-look.ts';

export interface ComposedSending extends Omit<Sending, 'draft'> {
  readonly now: Date;
}

/** Sends what was composed. What could not be composed is refused here, so that it goes on record like any other end. */
export async function sendComposed(
  createOnce: CreateOnce,
  composed: Composed,
  sending: ComposedSending,
): Promise<Sent> {
  if (composed.kind === 'draft') return createOnce({ ...sending, draft: composed.draft });
  return { kind: 'done', outcome: refused(composed.error, sending), sends: 0 };
}

/** A doubt from an earlier run outlives a template that has been broken since. */
function refused(error: Failure, { doubt, policy, now }: ComposedSending): Outcome {
  if (!doubt) return { kind: 'failed', error, warnings: [] };
  return { kind: 'unknown', error, doubt, notBefore: nextLook(doubt, policy, now), warnings: [] };
}
