import type { DeliveryIdentity, EventType, NewEvent, Outcome } from '../contracts.ts';

const types: Readonly<Record<Outcome['kind'], EventType>> = {
  created: 'ticket-created',
  found: 'ticket-found',
  failed: 'ticket-failed',
  unknown: 'ticket-unknown',
  pending: 'ticket-retrying',
  'needs-review': 'ticket-needs-review',
  'dry-run': 'ticket-dry-run',
};

/** The event that tells of an outcome. */
export function eventOf(
  { key, jobId, integration, platform }: DeliveryIdentity,
  outcome: Outcome,
  facts: Pick<NewEvent, 'at' | 'dryRun' | 'attempt' | 'durationMs'>,
): NewEvent {
  const { kind, warnings } = outcome;
  return {
    type: types[kind],
    ...{ key, jobId, integration, platform },
    ...facts,
    warnings,
    ...('ticket' in outcome ? { ticket: outcome.ticket } : {}),
    ...('error' in outcome ? { error: outcome.error } : {}),
    ...('payload' in outcome ? { payload: outcome.payload } : {}),
  };
}
