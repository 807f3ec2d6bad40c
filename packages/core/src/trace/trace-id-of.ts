import type { Analysis } from '../analysis.ts';

/** The trace that a ticket names as its own: 32 hex digits, by W3C; undefined for whatever else stands there. */
export function traceIdOf({ trace_id }: Analysis): string | undefined {
  return typeof trace_id === 'string' && /^[0-9a-f]{32}$/.test(trace_id) ? trace_id : undefined;
}
