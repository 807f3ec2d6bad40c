import type { Registry } from 'prom-client';
import { promClient } from './prom-client.ts';

const name = 'itsm_retry_after_seconds';
const buckets = [1, 5, 15, 30, 60, 300, 900, 3600];

/** Counts how long platforms ask to wait. A registry that has it already, from another Itsm of the same host, keeps it. */
export function retryAfterMetric(registry: Registry): (platform: string, ms: number) => void {
  const { Histogram } = promClient();
  const known = registry.getSingleMetric(name);
  const asked =
    known instanceof Histogram
      ? known
      : new Histogram({
          ...{ name, help: 'Retry-After of the platforms', labelNames: ['platform'] },
          ...{ buckets, registers: [registry] },
        });
  return (platform, ms) => asked.observe({ platform }, ms / 1000);
}
