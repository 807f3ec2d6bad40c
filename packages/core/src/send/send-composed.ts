import type { Composed } from '../compose.ts';
import type { Doubt, Failure, Outcome } from '../contracts.ts';
import type { CreateOnce, Sending, Sent } from './create-once.ts';

/** Sends what was composed. What could not be composed is refused here, so that it goes on record like any other end. */
export async function sendComposed(
  createOnce: CreateOnce,
  composed: Composed,
  sending: Omit<Sending, 'draft'>,
): Promise<Sent> {
  if (composed.kind === 'draft') return createOnce({ ...sending, draft: composed.draft });
  return { kind: 'done', outcome: refused(composed.error, sending.doubt), sends: 0 };
}

/** A doubt from an earlier run outlives a template that has been broken since. */
const refused = (error: Failure, doubt: Doubt | undefined): Outcome =>
  doubt ? { kind: 'unknown', error, doubt, warnings: [] } : { kind: 'failed', error, warnings: [] };
