import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { spoolMetric } from './spool-metric.ts';

it('counts anew for each scrape, and does not fail with a folder that cannot be read', async () => {
  const registry = new Registry();
  const sizes = [Promise.resolve(3), Promise.reject(new Error('EACCES'))];
  spoolMetric(registry, () => sizes.shift() ?? Promise.resolve(0));
  expect(await registry.metrics()).toContain('\nitsm_spooled 3\n');
  expect(await registry.metrics()).toContain('\nitsm_spooled 0\n');
});
