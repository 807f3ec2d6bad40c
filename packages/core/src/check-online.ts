import type { IntegrationCheck } from './check-offline.ts';
import type { Connected } from './connected.ts';
import { deliveryKey } from './record/delivery-key.ts';

/** What the platform answers to the adapter's own read-only steps. */
export async function checkOnline(
  { integration: { name }, adapter }: Connected,
  signal: AbortSignal,
): Promise<readonly IntegrationCheck[]> {
  const key = deliveryKey({ environment: 'check', integration: name, jobId: 'check' });
  const steps: IntegrationCheck[] = [];
  for await (const step of adapter.check({ key, signal })) steps.push({ integration: name, ...step });
  return steps;
}
