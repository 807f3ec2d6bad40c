import type { DeliveryRecord, TicketRef } from '@itsm-bridge/core';
import type { DeliveryRow } from './delivery-entity.ts';

export function deliveryRecordOf(row: DeliveryRow): DeliveryRecord {
  const ticket = ticketOf(row);
  return {
    key: row.key,
    jobId: row.job_id,
    integration: row.integration,
    platform: row.platform,
    environment: row.environment,
    severity: row.severity,
    status: row.status,
    twins: row.twins,
    attempts: row.attempts,
    rounds: row.rounds,
    warnings: row.warnings,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    ...(row.title !== null && { title: row.title }),
    ...(row.fingerprint !== null && { fingerprint: row.fingerprint }),
    ...(ticket && { ticket }),
    ...(row.error && { error: row.error }),
    ...(row.not_before && { notBefore: row.not_before }),
    ...(row.follow_ups_due && { followUpsDue: row.follow_ups_due }),
  };
}

function ticketOf({ platform_id, ticket_id, url, names }: DeliveryRow): TicketRef | undefined {
  if (platform_id === null || ticket_id === null) return undefined;
  return { id: platform_id, key: ticket_id, url: url ?? '', names: names ?? {} };
}
