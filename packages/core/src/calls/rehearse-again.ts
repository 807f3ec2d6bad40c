import type { Analysis } from '../analysis.ts';
import type { Connected } from '../connected.ts';
import type { DryRunRecord } from '../contracts.ts';
import { recordDryRun } from '../record/record-dry-run.ts';
import { startRun } from '../run.ts';
import { samePayload } from '../send/same-payload.ts';
import { inSpan } from '../trace/in-span.ts';
import { withTraceOf } from '../trace/with-trace-id.ts';
import type { CallDeps } from './call-deps.ts';

/**
 * Looks up on the platform what a dry run has left as names, and puts on record what would be sent then. Undefined where
 * that is what was shown.
 *
 * @throws ItsmError as the look-up failed
 */
export const rehearseAgain = (
  { ledger, clock, sink }: CallDeps,
  record: DryRunRecord,
  analysis: Analysis,
  live: Connected,
  signal: AbortSignal,
): Promise<DryRunRecord | undefined> =>
  inSpan('itsm.rehearse', { parent: record.traceParent }, async () => {
    const { adapter } = live;
    const { key } = record;
    const composed = live.draft(withTraceOf(analysis, record));
    const draft = adapter.resolve ? await adapter.resolve(composed, { key, signal }) : composed;
    const payload = adapter.prepare(draft);
    if (samePayload(record.payload, payload)) return undefined;
    const [newest] = await ledger.dryRuns.of(key, 1);
    const isThere = newest && !newest.decision && newest.id !== record.id && samePayload(newest.payload, payload);
    if (isThere) return newest;
    const run = startRun(analysis, live, clock);
    const now = { run, analysis, connected: live, unresolved: [], madeIn: record };
    const recorded = await recordDryRun(ledger, now, { payload, warnings: draft.warnings });
    sink.emit(recorded.event);
    return recorded.record;
  });
