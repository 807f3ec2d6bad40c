import type { Decision, DryRunRecord, Severity, Warning } from '@itsm-bridge/core';

export interface DryRunRow {
  readonly id: string;
  readonly key: string;
  readonly job_id: string;
  readonly integration: string;
  readonly platform: string;
  readonly payload: unknown;
  readonly warnings: readonly Warning[];
  readonly created_at: Date;
  readonly environment: string | null;
  readonly severity: Severity | null;
  readonly title: string | null;
  readonly unresolved: readonly string[] | null;
  readonly trace_parent: string | null;
  readonly decision: Decision['kind'] | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly decided_reason: string | null;
  /** Where it was asked for. */
  readonly analysis?: unknown;
}

/** One that a version before decisions has recorded belongs to no environment, and has no analysis. */
export function dryRunOfRow(row: DryRunRow): DryRunRecord {
  const decision = decisionOf(row);
  return {
    ...{ id: BigInt(row.id), key: row.key, jobId: row.job_id, integration: row.integration, platform: row.platform },
    ...{ payload: row.payload, warnings: row.warnings, at: row.created_at },
    ...{ environment: row.environment ?? '', severity: row.severity ?? 'medium', unresolved: row.unresolved ?? [] },
    ...(row.title !== null && { title: row.title }),
    ...(row.trace_parent !== null && { traceParent: row.trace_parent }),
    ...(row.analysis != null && { analysis: row.analysis }),
    ...(decision && { decision }),
  };
}

function decisionOf({ decision, decided_by, decided_at, decided_reason }: DryRunRow): Decision | undefined {
  if (decision === null || decided_by === null || decided_at === null) return undefined;
  return { kind: decision, by: decided_by, at: decided_at, ...(decided_reason !== null && { reason: decided_reason }) };
}
