import type { Registry } from 'prom-client';
import type { EventSink } from '../contracts.ts';
import { failuresMetricSink } from './failures-metric-sink.ts';
import { metricsSink } from './metrics-sink.ts';
import { outcomeMetricsSink } from './outcome-metrics-sink.ts';
import { twinsMetricSink } from './twins-metric-sink.ts';
import { warningsMetricSink } from './warnings-metric-sink.ts';

/** All metrics that count events, those of the specification and ours. */
export const countingSinks = (registry: Registry): readonly EventSink[] =>
  [metricsSink, outcomeMetricsSink, failuresMetricSink, twinsMetricSink, warningsMetricSink].map(sink =>
    sink(registry),
  );
