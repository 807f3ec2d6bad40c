import type { Counter as CounterOf, Registry } from 'prom-client';
import { promClient } from './prom-client.ts';

/** The counter of that name, whoever registered it first: two Itsm of one host share the host's registry. */
export function counterOf(registry: Registry, name: string, help: string, labelNames: readonly string[]): CounterOf {
  const { Counter } = promClient();
  const known = registry.getSingleMetric(name);
  if (known instanceof Counter) return known;
  return new Counter({ name, help, labelNames: [...labelNames], registers: [registry] });
}
