import type { ChangeDelivery } from '@itsm-bridge/core';
import { ticketMembers } from './ticket-members.ts';

/** A later change of a ticket as one JSON object for scripts. */
export function changeLine(change: ChangeDelivery): Record<string, unknown> {
  const { key, jobId, integration, platform, success, status, ticket, existing, durationMs, dryRun } = change;
  const { kind, changeId, error, warnings } = change;
  return {
    ...{ key, job_id: jobId, integration, platform, kind, change_id: changeId, success, status },
    ...ticketMembers(ticket),
    ...(existing ? { existing } : {}),
    ...{ duration_ms: durationMs, dry_run: dryRun },
    ...(error ? { error } : {}),
    warnings,
  };
}
