import type { Analysis } from '../analysis.ts';
import { currentTrace } from './current-trace.ts';

/** The analysis as templates and rules see it: with the trace that it is delivered in, unless it names one itself. */
export function withTraceId(analysis: Analysis): Analysis {
  const { trace_id } = currentTrace();
  return trace_id === undefined ? analysis : { trace_id, ...analysis };
}
