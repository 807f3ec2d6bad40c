import type { Registry } from 'prom-client';
import { promClient } from './prom-client.ts';

const name = 'itsm_working';

/** Whether this process drains the queue. It tells a worker that is there from a ledger that is not. @returns when it ends */
export function workingMetric(registry: Registry): () => void {
  const { Gauge } = promClient();
  const known = registry.getSingleMetric(name);
  const working =
    known instanceof Gauge
      ? known
      : new Gauge({
          name,
          help: 'How often this process drains the queue, 0 once it has ended',
          registers: [registry],
        });
  working.inc();
  return () => working.dec();
}
