import type { Span } from '@opentelemetry/api';
import type { Failure } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { type OpenTelemetry, openTelemetry } from './open-telemetry.ts';
import { contextOf } from './trace-parent.ts';

/** Names, numbers, states: never a text of the analysis, nor one of the platform's. */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>;

export interface SpanOptions<Result> {
  /** @default internal */
  readonly kind?: 'client' | 'producer' | 'consumer';
  readonly facts?: SpanFacts;
  /** W3C `traceparent` of what began it elsewhere. @default the span that is active */
  readonly parent?: string | undefined;
  /** What the result says; a `failure` makes the span one that failed. */
  ends?(result: Result): {
    readonly facts?: SpanFacts;
    readonly failure?: Pick<Failure, 'kind' | 'status'> | undefined;
  };
}

const tracerName = '@itsm-bridge/core';

/** Does the work inside of a span. Without an SDK of the host it does the work, and nothing else. */
export function inSpan<Result>(
  name: string,
  { kind, facts, parent, ends }: SpanOptions<Awaited<Result>>,
  work: () => Result,
): Result {
  const api = openTelemetry();
  if (api === undefined || (parent === undefined && !hasSdk(api))) return work();
  const options = { ...(kind ? { kind: kindOf(api, kind) } : {}), ...(facts ? { attributes: facts } : {}) };
  const tracer = api.trace.getTracer(tracerName);
  return tracer.startActiveSpan(name, options, contextOf(api, parent), span => {
    if (!span.isRecording()) return work();
    const done = (result: Awaited<Result>) => {
      const told = ends?.(result);
      if (told?.facts) span.setAttributes(told.facts);
      if (told?.failure) fail(api, span, told.failure.kind, told.failure.status);
      span.end();
      return result;
    };
    const broken = (error: unknown): never => {
      const { kind: why, status } = ItsmError.is(error) ? error : { kind: 'defect', status: undefined };
      fail(api, span, why, status);
      span.end();
      throw error;
    };
    let result: Result;
    try {
      result = work();
    } catch (error) {
      return broken(error);
    }
    return (result instanceof Promise ? result.then(done, broken) : done(result as Awaited<Result>)) as Result;
  });
}

/** The API alone makes spans of nothing, with a context for each. Where it no longer says that it is alone, it is not taken to be. */
function hasSdk({ trace, ProxyTracerProvider: Alone }: OpenTelemetry): boolean {
  const provider = trace.getTracerProvider();
  return !Alone || !(provider instanceof Alone) || provider.getDelegateTracer(tracerName) !== undefined;
}

/** By kind and status alone: the words may be the platform's, and those may be a customer's. The log has them. */
function fail(api: OpenTelemetry, span: Span, kind: string, status: number | undefined): void {
  const message = status === undefined ? kind : `${kind} (${status})`;
  span.setAttributes({ 'error.type': kind, ...(status === undefined ? {} : { 'http.response.status_code': status }) });
  span.setStatus({ code: api.SpanStatusCode.ERROR, message });
  span.recordException({ name: 'ItsmError', message });
}

const kindOf = ({ SpanKind }: OpenTelemetry, kind: NonNullable<SpanOptions<unknown>['kind']>) =>
  ({ client: SpanKind.CLIENT, producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER })[kind];
