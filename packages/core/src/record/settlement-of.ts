import type { LiveOutcome, Outcome, Settlement } from '../contracts.ts';
import type { Run } from '../run.ts';
import type { Sent } from '../send/create-once.ts';
import { payloadHash } from './payload-hash.ts';

/** What the ledger is to write of a send. */
export function settlementOf(run: Run, sentBefore: number, sent: Extract<Sent, { kind: 'done' }>): Settlement {
  const outcome = live(sent.outcome);
  const attempts = sentBefore + sent.sends;
  return {
    outcome,
    attempts,
    event: run.event(outcome, attempts),
    ...(sent.payload === undefined ? {} : { payloadHash: payloadHash(sent.payload) }),
  };
}

function live(outcome: Outcome): LiveOutcome {
  if (outcome.kind !== 'dry-run') return outcome;
  const message = 'The adapter says that it writes, and answered as a dry run. This is a defect of the plugin.';
  return { kind: 'failed', error: { kind: 'rejected', message }, warnings: outcome.warnings };
}
