import type { ChangeDelivery, Delivery, DeliveryRecord, TicketRef } from '@itsm-bridge/core';

/** A delivery as one JSON object for scripts, in the members and the order that the documentation names. */
export function deliveryLine(delivery: Delivery): Record<string, unknown> {
  const { key, jobId, integration, platform, success, status, attempts, durationMs, dryRun, warnings } = delivery;
  return {
    ...{ key, job_id: jobId, integration, platform, success, status },
    ...ticketMembers(delivery.ticket),
    ...(delivery.existing ? { existing: true } : {}),
    ...{ attempts, duration_ms: durationMs, dry_run: dryRun },
    ...(delivery.notBefore ? { not_before: delivery.notBefore.toISOString() } : {}),
    ...(delivery.error ? { error: delivery.error } : {}),
    ...(delivery.payload === undefined ? {} : { payload: delivery.payload }),
    warnings,
  };
}

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

export function recordLine(record: DeliveryRecord): Record<string, unknown> {
  const { key, jobId, integration, platform, status, ticket, attempts, error, warnings } = record;
  const { createdAt, updatedAt, notBefore } = record;
  return {
    ...{ key, job_id: jobId, integration, platform, status },
    ...ticketMembers(ticket),
    ...{ attempts, created_at: createdAt.toISOString(), updated_at: updatedAt.toISOString() },
    ...(notBefore ? { not_before: notBefore.toISOString() } : {}),
    ...(error ? { error } : {}),
    warnings,
  };
}

const ticketMembers = (ticket: TicketRef | undefined) =>
  ticket ? { ticket_id: ticket.key, ...ticket.names, url: ticket.url } : {};
