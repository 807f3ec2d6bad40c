import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';

/** OpenTelemetry as a host sets it up, with spans that stay in memory. */
export function hostSdk() {
  const exporter = new InMemorySpanExporter();
  return {
    exporter,
    start() {
      context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
      trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }));
    },
    /** Files of this project share a process: what was registered is taken away again. */
    stop() {
      exporter.reset();
      trace.disable();
      context.disable();
    },
    /** As the host's own work, which hands analyses in. */
    within: <Result>(work: () => Promise<Result>): Promise<Result> =>
      trace.getTracer('host').startActiveSpan('rca', span => work().finally(() => span.end())),
  };
}
