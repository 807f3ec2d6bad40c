import type { DeliveryIdentity, EventType, Looked, NewEvent, Outcome } from '../contracts.ts';

const types: Readonly<Record<Outcome['kind'], EventType>> = {
  created: 'ticket-created',
  found: 'ticket-found',
  failed: 'ticket-failed',
  unknown: 'ticket-unknown',
  pending: 'ticket-retrying',
  'needs-review': 'ticket-needs-review',
  'dry-run': 'ticket-dry-run',
};

export interface EventFacts extends Pick<NewEvent, 'at' | 'environment' | 'dryRun' | 'attempt' | 'durationMs'> {
  readonly looked?: Looked | undefined;
}

/** The event that tells of an outcome. */
export function eventOf(
  { key, jobId, integration, platform }: DeliveryIdentity,
  outcome: Outcome,
  { at, environment, dryRun, attempt, durationMs, looked }: EventFacts,
): NewEvent {
  const { kind, warnings } = outcome;
  return {
    ...{ type: types[kind], key, jobId, integration, platform },
    ...(environment === undefined ? {} : { environment }),
    ...{ at, dryRun, attempt, durationMs, warnings },
    ...(looked ? { looked } : {}),
    ...('notBefore' in outcome ? { notBefore: outcome.notBefore } : {}),
    ...('ticket' in outcome ? { ticket: outcome.ticket } : {}),
    ...('error' in outcome ? { error: outcome.error } : {}),
    ...('payload' in outcome ? { payload: outcome.payload } : {}),
  };
}
