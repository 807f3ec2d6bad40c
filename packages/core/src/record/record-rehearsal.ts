import type { Analysis } from '../analysis.ts';
import type { Connected } from '../connected.ts';
import type { ItsmEvent, Ledger, NewDryRun, Outcome } from '../contracts.ts';
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

/** Puts on record what an adapter that never writes made of a draft. The delivery itself stays untouched. */
export async function recordRehearsal(ledger: Ledger, rehearsed: Rehearsed, outcome: Outcome): Promise<ItsmEvent> {
  const happened = rehearsed.run.event(outcome, 0);
  if (outcome.kind !== 'dry-run') return ledger.append(happened);
  const { event } = await ledger.dryRuns.record(dryRunOf(rehearsed, outcome), { ...happened, dryRun: true });
  return event;
}

/** A dry run with what it takes to deliver it once somebody has approved it. */
export function dryRunOf(
  { run, analysis, connected, unresolved, madeIn }: Rehearsed,
  { payload, warnings }: Pick<NewDryRun, 'payload' | 'warnings'>,
): NewDryRun {
  const { severity, title } = analysis.job;
  const traceParent = madeIn ? madeIn.traceParent : currentTraceParent();
  return {
    ...{ ...run.identity, payload, warnings, unresolved, analysis, severity, title },
    environment: connected.lane.id.environment,
    ...(traceParent === undefined ? {} : { traceParent }),
  };
}
