import type { Registry } from 'prom-client';
import { promClient } from './prom-client.ts';

/** How many analyses wait in files for a ledger that is away: counted when somebody asks. */
export function spoolMetric(registry: Registry, size: () => Promise<number>): void {
  if (registry.getSingleMetric('itsm_spooled')) return;
  const { Gauge } = promClient();
  new Gauge({
    ...{ name: 'itsm_spooled', help: 'Analyses that wait in files for the ledger', registers: [registry] },
    async collect() {
      // A folder that cannot be read must not take the other metrics with it.
      await size().then(
        count => this.set(count),
        () => this.reset(),
      );
    },
  });
}
