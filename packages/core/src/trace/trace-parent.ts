import type { Context } from '@opentelemetry/api';
import { type OpenTelemetry, openTelemetry } from './open-telemetry.ts';

const form = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * The active span as W3C `traceparent` (https://www.w3.org/TR/trace-context/); undefined without one. Written here and not
 * by the host's propagator, so that what stands in the ledger reads the same in every process.
 */
export function currentTraceParent(): string | undefined {
  const api = openTelemetry();
  const active = api?.trace.getActiveSpan()?.spanContext();
  if (!api || !active || !api.isSpanContextValid(active)) return undefined;
  return `00-${active.traceId}-${active.spanId}-${active.traceFlags.toString(16).padStart(2, '0')}`;
}

/** The context in which a span goes on with what began elsewhere; the active one where that is no `traceparent`. */
export function contextOf({ context, trace, isSpanContextValid }: OpenTelemetry, parent: string | undefined): Context {
  const here = context.active();
  const [, traceId = '', spanId = '', flags = ''] = form.exec(parent ?? '') ?? [];
  const began = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(began) ? trace.setSpanContext(here, began) : here;
}
