import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { workingMetric } from './working-metric.ts';

it('says whether somebody works, with two Itsm on one registry as well', async () => {
  const registry = new Registry();
  const [first, second] = [workingMetric(registry), workingMetric(registry)];
  expect(await registry.metrics()).toContain('\nitsm_working 2\n');
  first();
  second();
  expect(await registry.metrics()).toContain('\nitsm_working 0\n');
});
