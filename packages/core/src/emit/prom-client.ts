import { late } from '../late.ts';

type PromClient = typeof import('prom-client');

const counter = late<PromClient['Counter']>('prom-client/lib/counter.js');
const gauge = late<PromClient['Gauge']>('prom-client/lib/gauge.js');
const histogram = late<PromClient['Histogram']>('prom-client/lib/histogram.js');
const registry = late<PromClient['Registry']>('prom-client/lib/registry.js');

/**
 * The classes of the one prom-client that a host has as well, by their files: its index loads the metrics of a process, those
 * of a cluster, a gateway and OpenTelemetry's API besides, ninety files for eight.
 */
export const promClient = (): Pick<PromClient, 'Counter' | 'Gauge' | 'Histogram' | 'Registry'> => ({
  Counter: counter(),
  Gauge: gauge(),
  Histogram: histogram(),
  Registry: registry(),
});
