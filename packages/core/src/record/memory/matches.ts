import type { DeliveryQuery, DeliveryRecord } from '../../contracts.ts';

export function matches(record: DeliveryRecord, query: DeliveryQuery): boolean {
  const { jobId, key, environment, integration, status, fingerprint, since } = query;
  return (
    (jobId === undefined || record.jobId === jobId) &&
    (key === undefined || record.key === key) &&
    (environment === undefined || record.environment === environment) &&
    (integration === undefined || record.integration === integration) &&
    (status === undefined || record.status === status) &&
    (fingerprint === undefined || record.fingerprint === fingerprint) &&
    (since === undefined || record.updatedAt >= since)
  );
}
