import { setTimeout as sleep } from 'node:timers/promises';
import type { Heard, Watch } from '../events/watch-events.ts';
import type { Platform } from '../world/integration-of.ts';
import { createWorld, type World } from '../world/world.ts';
import { type Tally, tally } from './tally.ts';

export interface DrainResult extends Tally {
  /** Time that the measured part took, over the time that the limit allows at best. */
  readonly ratio: number;
  /** Requests that the platform refused with 429. */
  readonly refused: number;
  /** By those who watched it. */
  readonly heard?: Heard;
}

/**
 * A platform that takes `perSecond` requests a second, a backlog, and workers that are told of the limit. Measured from
 * `warm` tickets on until `count` more.
 */
export async function drainAtLimit(options: {
  readonly platform: Platform;
  readonly perSecond: number;
  readonly count: number;
  readonly workers: number;
  readonly warm?: number;
  /** Somebody who watches, and who loses a server once it is warm. */
  readonly watch?: (world: World) => Promise<Watch>;
}): Promise<DrainResult> {
  const { platform, perSecond, count, workers, warm = perSecond } = options;
  const rateLimit = { perSecond, burst: perSecond, retryAfter: 'alternate' } as const;
  await using world = await createWorld({
    [platform]: { rateLimit },
    members: { limits: { requests_per_second: perSecond, concurrency: 16 } },
  });
  const total = warm + count;
  const watch = await options.watch?.(world);
  await world.enqueue(
    platform,
    Array.from({ length: total }, (_, n) => `job-${n}`),
  );
  await Promise.all(Array.from({ length: workers }, () => world.employ()));
  await untilTickets(world, platform, warm);
  await watch?.loseServer();
  const from = Date.now();
  const before = world[platform].ticketsByKey().size;
  await untilTickets(world, platform, total);
  const ratio = (Date.now() - from) / (((total - before) / perSecond) * 1000);
  await sleep(500);
  const heard = await watch?.heard(total);
  const refused = world[platform].met['rate-limit'] ?? 0;
  return { ...(await tally(world)), ratio, refused, ...(heard ? { heard } : {}) };
}

export interface IsolationResult extends Tally {
  /** The live platform's drain time beside a dead one, over its time alone: medians of the rounds. */
  readonly ratio: number;
  readonly aloneMs: readonly number[];
  readonly besideMs: readonly number[];
}

/** The same backlog of one platform, alone and beside a dead one, in turns. */
export async function isolation(options: {
  readonly count: number;
  readonly rounds: number;
}): Promise<IsolationResult> {
  const { count, rounds } = options;
  const aloneMs: number[] = [];
  const besideMs: number[] = [];
  let last: Tally | undefined;
  for (let round = 0; round < rounds; round++) {
    for (const dead of [false, true]) {
      await using world = await createWorld({
        servicenow: { latencyMs: 30 },
        ...(dead ? { dead: 'jira' } : {}),
        members: { limits: { concurrency: 4 } },
      });
      const jobs = Array.from({ length: count }, (_, n) => `job-${n}`);
      await world.enqueue('servicenow', jobs);
      if (dead) await world.enqueue('jira', jobs);
      await world.employ();
      await untilTickets(world, 'servicenow', Math.ceil(count / 10));
      const from = Date.now();
      await untilTickets(world, 'servicenow', count);
      (dead ? besideMs : aloneMs).push(Date.now() - from);
      last = await tally(world);
    }
  }
  if (last === undefined) throw new RangeError('isolation needs at least one round');
  return { ...last, ratio: median(besideMs) / median(aloneMs), aloneMs, besideMs };
}

async function untilTickets(world: World, platform: Platform, count: number): Promise<void> {
  const end = Date.now() + 300_000;
  while (world[platform].ticketsByKey().size < count) {
    if (Date.now() > end)
      throw new Error(`${platform} has ${world[platform].ticketsByKey().size} of ${count} tickets.`);
    await sleep(5);
  }
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
