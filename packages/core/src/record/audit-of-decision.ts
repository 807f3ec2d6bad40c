import type { DryRunRecord, NewAuditEntry, NewDecision } from '../contracts.ts';

/** The audit row that a decision on a dry run brings. */
export const auditOfDecision = (
  { environment, key, integration }: Pick<DryRunRecord, 'environment' | 'key' | 'integration'>,
  { kind, by, reason }: NewDecision,
): NewAuditEntry => ({
  ...{ environment, by, key, integration },
  action: kind === 'approved' ? 'approve-dry-run' : 'reject-dry-run',
  ...(reason === undefined ? {} : { detail: reason }),
});
