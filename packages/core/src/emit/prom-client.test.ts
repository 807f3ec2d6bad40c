import * as host from 'prom-client';
import { expect, it } from 'vitest';
import { promClient } from './prom-client.ts';

it('has the classes of the host, whose registry knows our metrics by them', () => {
  const { Counter, Gauge, Histogram, Registry } = promClient();
  expect([Counter, Gauge, Histogram, Registry]).toEqual([host.Counter, host.Gauge, host.Histogram, host.Registry]);
});
