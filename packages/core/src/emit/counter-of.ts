import { Counter, type Registry } from 'prom-client';

/** The counter of that name, whoever registered it first: two Itsm of one host share the host's registry. */
export function counterOf(registry: Registry, name: string, help: string, labelNames: readonly string[]): Counter {
  const known = registry.getSingleMetric(name);
  if (known instanceof Counter) return known;
  return new Counter({ name, help, labelNames: [...labelNames], registers: [registry] });
}
