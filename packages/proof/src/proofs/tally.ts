import type { DeliveryRecord } from '@itsm-bridge/core';
import type { Platform } from '../world/integration-of.ts';
import type { World } from '../world/world.ts';

/** What became of all deliveries, by the platforms' own count and by ours. */
export interface Tally {
  readonly deliveries: number;
  /** With exactly one ticket. */
  readonly once: number;
  /** Keys with more than one ticket. */
  readonly doubled: readonly string[];
  /** Neither a ticket nor a row that says why and can be replayed. */
  readonly lost: readonly string[];
  /** A row that says why not. */
  readonly explained: readonly DeliveryRecord[];
  /** A row that claims a ticket which does not exist, or names another than the platform has. */
  readonly lies: readonly string[];
}

export async function tally(world: World): Promise<Tally> {
  const records = await world.ledger.deliveries({});
  const doubled: string[] = [];
  const lost: string[] = [];
  const lies: string[] = [];
  const explained: DeliveryRecord[] = [];
  let once = 0;
  for (const record of records) {
    const { key, status, ticket, error } = record;
    const count = world.ticketsOf(record.platform as Platform, key);
    const claims = status === 'created' || status === 'found';
    if (count > 1) doubled.push(key);
    if (count === 1) once += 1;
    if (claims && (count === 0 || ticket === undefined)) lies.push(key);
    if (count > 0 || claims) continue;
    if (error) explained.push(record);
    else lost.push(key);
  }
  return { deliveries: records.length, once, doubled, lost, explained, lies };
}
