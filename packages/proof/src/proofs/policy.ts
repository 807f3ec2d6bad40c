import { createWorld } from '../world/world.ts';
import { untilSettled } from './settled.ts';

export interface PolicyResult {
  /** Creates that the platform received. */
  readonly creates: number;
  readonly tickets: number;
  readonly status: string | undefined;
  /** From the first create to the end. */
  readonly seconds: number;
}

const table = 'POST /api/now/table/incident';

/** The document's retry policy as one delivery shows it: answers of `status` so many times, then as it should be. */
export async function policy(status: number, times: number): Promise<PolicyResult> {
  await using world = await createWorld({ members: { retry: {}, lease: '5m', timeouts: {} } });
  const { servicenow } = world;
  servicenow.fault({ on: table, times, effect: { kind: 'status', status, body: { error: { message: 'no' } } } });
  await world.employ();
  await world.enqueue('servicenow', ['a']);
  const creates = () => servicenow.transcript.filter(line => line.startsWith(table)).length;
  while (creates() === 0) await new Promise(resolve => setTimeout(resolve, 5));
  const startedAt = Date.now();
  await untilSettled(world, 1, 60_000);
  const [record] = await world.ledger.deliveries({});
  return {
    creates: creates(),
    tickets: servicenow.incidents().length,
    status: record?.status,
    seconds: (Date.now() - startedAt) / 1000,
  };
}
