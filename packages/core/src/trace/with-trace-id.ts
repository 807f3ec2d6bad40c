import type { Analysis } from '../analysis.ts';
import { currentTrace } from './current-trace.ts';

/** The analysis as templates and rules see it: with the trace that it is delivered in, unless it names one itself. */
export const withTraceId = (analysis: Analysis): Analysis => named(analysis, currentTrace().trace_id);

/**
 * As `withTraceId`, with the trace that a dry run was made in, or none: what was shown says so, whether or not the process
 * that sends it has an SDK.
 */
export const withTraceOf = (analysis: Analysis, { traceParent }: { readonly traceParent?: string }): Analysis =>
  named(analysis, /^00-([0-9a-f]{32})-/.exec(traceParent ?? '')?.[1]);

const named = (analysis: Analysis, trace_id: string | undefined): Analysis =>
  trace_id === undefined ? analysis : { trace_id, ...analysis };
