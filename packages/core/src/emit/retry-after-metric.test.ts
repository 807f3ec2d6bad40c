import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { retryAfterMetric } from './retry-after-metric.ts';

it('counts in seconds how long each platform asked to wait, on a registry that two Itsm share', async () => {
  const registry = new Registry();
  retryAfterMetric(registry)('jira', 12_000);
  retryAfterMetric(registry)('jira', 500);
  const lines = (await registry.metrics()).split('\n');
  expect(lines).toContain('itsm_retry_after_seconds_bucket{le="1",platform="jira"} 1');
  expect(lines).toContain('itsm_retry_after_seconds_sum{platform="jira"} 12.5');
  expect(lines).toContain('itsm_retry_after_seconds_count{platform="jira"} 2');
});
