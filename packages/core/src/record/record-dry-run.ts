import type { Analysis } from '../analysis.ts';
import type { Connected } from '../connected.ts';
import type { Ledger, NewDryRun, RecordedDryRun, Warning } from '../contracts.ts';
import type { Run } from '../run.ts';
import { currentTraceParent } from '../trace/trace-parent.ts';

export interface Rehearsed {
  readonly run: Run;
  readonly analysis: Analysis;
  readonly connected: Connected;
  readonly unresolved: readonly string[];
  /** In whose trace it was made, where that is an earlier dry run's. @default the one that is active */
  readonly madeIn?: { readonly traceParent?: string };
}

export interface Shown {
  readonly payload: unknown;
  readonly warnings: readonly Warning[];
}

/** A dry run with what it takes to deliver it once somebody has approved it. The delivery itself stays untouched. */
export function recordDryRun(ledger: Ledger, rehearsed: Rehearsed, shown: Shown): Promise<RecordedDryRun> {
  const event = rehearsed.run.event({ kind: 'dry-run', ...shown }, 0);
  return ledger.dryRuns.record(dryRunOf(rehearsed, shown), { ...event, dryRun: true });
}

function dryRunOf(
  { run, analysis, connected, unresolved, madeIn }: Rehearsed,
  { payload, warnings }: Shown,
): NewDryRun {
  const { severity, title } = analysis.job;
  const traceParent = madeIn ? madeIn.traceParent : currentTraceParent();
  return {
    ...{ ...run.identity, payload, warnings, unresolved, analysis, severity, title },
    environment: connected.lane.id.environment,
    ...(traceParent === undefined ? {} : { traceParent }),
  };
}
