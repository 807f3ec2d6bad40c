import type { Analysis } from './analysis.ts';
import type { Connected } from './connected.ts';
import type { Clock, DeliveryIdentity, Looked, NewEvent, Outcome } from './contracts.ts';
import { eventOf } from './emit/event-of.ts';

/** One passage of an analysis through the pipeline: whose it is, and how its events are stamped. */
export interface Run {
  readonly identity: DeliveryIdentity;
  event(outcome: Outcome, attempt: number, looked?: Looked): NewEvent;
}

export function startRun({ job }: Analysis, { integration, adapter, lane, keyOf }: Connected, clock: Clock): Run {
  const startedAt = clock.now().getTime();
  const { name, plugin } = integration;
  const identity = { key: keyOf(job.id), jobId: job.id, integration: name, platform: plugin };
  return {
    identity,
    event(outcome, attempt, looked) {
      const at = clock.now();
      const facts = { at, attempt, durationMs: at.getTime() - startedAt, dryRun: !adapter.writes, looked };
      return eventOf(identity, outcome, { ...facts, environment: lane.id.environment });
    },
  };
}
