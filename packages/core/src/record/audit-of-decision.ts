import type { DryRunRecord, NewAuditEntry, NewDecision } from '../contracts.ts';

/** What the audit row of a decision on a dry run says of it. */
export const decisionAction = ({ kind }: Pick<NewDecision, 'kind'>): string =>
  kind === 'approved' ? 'approve-dry-run' : 'reject-dry-run';

/** The audit row that a decision on a dry run brings. */
export const auditOfDecision = (
  { environment, key, integration }: Pick<DryRunRecord, 'environment' | 'key' | 'integration'>,
  decision: NewDecision,
): NewAuditEntry => ({
  ...{ environment, by: decision.by, key, integration, action: decisionAction(decision) },
  ...(decision.kind === 'rejected' && decision.reason !== undefined && { detail: decision.reason }),
});
