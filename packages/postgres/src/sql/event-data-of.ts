import type { NewEvent } from '@itsm-bridge/core';

/** JSON of what an event has no columns for. */
export const eventDataOf = (event: NewEvent): string =>
  JSON.stringify({
    environment: event.environment,
    dry_run: event.dryRun,
    attempt: event.attempt,
    duration_ms: event.durationMs,
    not_before: event.notBefore,
    looked: event.looked,
    ticket: event.ticket,
    error: event.error,
    payload: event.payload,
    warnings: event.warnings,
  });
