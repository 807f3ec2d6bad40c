import { setTimeout as sleep } from 'node:timers/promises';
import { createWorld } from '../world/world.ts';
import { untilSettled } from './settled.ts';
import { type Tally, tally } from './tally.ts';

export interface SigtermResult extends Tally {
  /** Exit statuses, in the order in which the workers were told. */
  readonly statuses: readonly (number | string)[];
  /** The longest time from SIGTERM to exit. */
  readonly longestMs: number;
  /** Rows that a worker left in `sending`, after each exit. */
  readonly leftSending: number;
}

/** Workers are told to end under load, one after the other, while their platforms answer slowly, or not at all. */
export async function sigterm(options: {
  readonly rounds: number;
  readonly drainSeconds: number;
  /** No answer ever comes to a create: only the deadline ends it. */
  readonly hang: boolean;
}): Promise<SigtermResult> {
  const { rounds, drainSeconds, hang } = options;
  await using world = await createWorld({
    servicenow: { latencyMs: 150 },
    jira: { latencyMs: 150 },
    members: { timeouts: { connect: '1s', read: '20s' }, lease: '70s' },
  });
  const statuses: (number | string)[] = [];
  let longestMs = 0;
  let leftSending = 0;
  for (let round = 0; round < rounds; round++) {
    const jobs = Array.from({ length: 12 }, (_, n) => `job-${round}-${n}`);
    await world.enqueue('servicenow', jobs);
    await world.enqueue('jira', jobs);
    if (hang) {
      const effect = { kind: 'hang', commit: round % 2 === 0 } as const;
      world.servicenow.fault({ on: 'POST /api/now/table/incident', times: 2, effect });
    }
    const { worker } = await world.employ(['--drain', String(drainSeconds)]);
    await sleep(500);
    const toldAt = Date.now();
    worker.kill('SIGTERM');
    statuses.push(await worker.ended);
    longestMs = Math.max(longestMs, Date.now() - toldAt);
    leftSending += (await world.ledger.deliveries({ status: 'sending' })).length;
  }
  await world.employ();
  await untilSettled(world, rounds * 24, 120_000);
  return { ...(await tally(world)), statuses, longestMs, leftSending };
}
