import type { ItsmEvent } from '@itsm-bridge/core';
import type { WireEvent } from './wire-event.ts';

export function wireEventOf(event: ItsmEvent): WireEvent {
  const { id, type, at, key, jobId, integration, platform, ticket, error, payload } = event;
  const { notBefore, looked } = event;
  return {
    ...{ id: String(id), type, at: at.toISOString(), key, job_id: jobId, integration, platform },
    ...(ticket ? { ticket: { id: ticket.id, key: ticket.key, url: ticket.url } } : {}),
    ...{ dry_run: event.dryRun, attempt: event.attempt, duration_ms: event.durationMs },
    ...(notBefore ? { not_before: notBefore.toISOString() } : {}),
    ...(looked ? { looked } : {}),
    ...(error ? { error } : {}),
    ...(payload === undefined ? {} : { payload }),
    warnings: [...event.warnings],
  };
}
