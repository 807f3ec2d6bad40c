import type { Registry } from 'prom-client';
import type { EventSink } from '../contracts.ts';
import { madeOnce } from '../keep/made-once.ts';
import { countingSinks } from './counting-sinks.ts';
import { fanOut } from './fan-out.ts';
import { promClient } from './prom-client.ts';
import { retryAfterMetric } from './retry-after-metric.ts';

export interface LateMetrics {
  registry(): Registry;
  readonly sink: EventSink;
  /** Counts a platform that asked to wait; never throws. */
  onRetryAfter(platform: string, ms: number): void;
}

export interface LateMetricsOptions {
  /** The host's. @default one of our own */
  readonly registry?: Registry | undefined;
  /** Told of the registry once, when all that counts events is on it. */
  begin(registry: Registry): void;
  onError(error: unknown): void;
}

/** The metrics of an Itsm, made when somebody asks for them or there is something to count: a preview loads no prom-client. */
export function lateMetrics({ registry: given, begin, onError }: LateMetricsOptions): LateMetrics {
  const metrics = madeOnce(() => {
    const registry = given ?? new (promClient().Registry)();
    const made = { registry, sink: fanOut(countingSinks(registry), onError), onRetryAfter: retryAfterMetric(registry) };
    begin(registry);
    return made;
  });
  return {
    registry: () => metrics().registry,
    sink: { emit: event => metrics().sink.emit(event) },
    onRetryAfter(platform, ms) {
      try {
        metrics().onRetryAfter(platform, ms);
      } catch (error) {
        // What the platform has answered must not be lost for it.
        onError(error);
      }
    },
  };
}
