import { openTelemetry } from './open-telemetry.ts';

/** The active span by the names that logs have for it; nothing without one. */
export function currentTrace(): { readonly trace_id?: string; readonly span_id?: string } {
  const api = openTelemetry();
  const active = api?.trace.getActiveSpan()?.spanContext();
  if (!api || !active || !api.isSpanContextValid(active)) return {};
  return { trace_id: active.traceId, span_id: active.spanId };
}
