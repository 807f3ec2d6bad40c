import { Registry } from 'prom-client';
import { expect, it, vi } from 'vitest';
import { lateMetrics } from './late-metrics.ts';

const open = (registry?: Registry) => {
  const begun: Registry[] = [];
  const metrics = lateMetrics({ registry, begin: made => begun.push(made), onError: () => {} });
  return { begun, metrics };
};

it('makes a registry for whoever asks, and the same one for the next', async () => {
  const { begun, metrics } = open();
  expect(begun).toEqual([]);
  expect(await metrics.registry().metrics()).toContain('itsm_ticket_creation_total');
  expect(metrics.registry()).toBe(metrics.registry());
  expect(begun).toEqual([metrics.registry()]);
});

it('counts the first thing that there is to count', async () => {
  const { begun, metrics } = open();
  metrics.onRetryAfter('jira', 2_000);
  expect(begun).toHaveLength(1);
  expect(await metrics.registry().metrics()).toContain('itsm_retry_after_seconds_sum{platform="jira"} 2');
});

it('is told of, and no failure of a request, where it cannot be made', () => {
  const registry = new Registry();
  const problem = new Error('no more metrics');
  vi.spyOn(registry, 'registerMetric').mockImplementation(() => {
    throw problem;
  });
  const onError = vi.fn();
  const metrics = lateMetrics({ registry, begin: () => {}, onError });
  metrics.onRetryAfter('jira', 2_000);
  expect(onError).toHaveBeenCalledExactlyOnceWith(problem);
});

it('is on the registry of the host', () => {
  const registry = new Registry();
  expect(open(registry).metrics.registry()).toBe(registry);
});
