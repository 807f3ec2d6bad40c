import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from '../world/integration-of.ts';
import { createWorld } from '../world/world.ts';
import { untilSettled } from './settled.ts';
import { type Tally, tally } from './tally.ts';

export interface FencingResult extends Tally {
  /** What the row says in the end. */
  readonly status: string | undefined;
  /** Whether the worker that was stopped is alive and works on. */
  readonly alive: boolean;
}

/** Longer than the lease and the settle window of a proof together. */
const asleepMs = 11_000;

/**
 * A worker is stopped (SIGSTOP) in the middle of a delivery, past its lease; another one finishes it; then the first goes
 * on where it stood.
 *
 * @param at `claimed`: it has its claim and has sent nothing. `sent`: the platform has committed, and the answer waits.
 */
export async function fencing(platform: Platform, at: 'claimed' | 'sent'): Promise<FencingResult> {
  await using world = await createWorld();
  const first = await world.employ();
  const { worker } = first;
  const line = at === 'claimed' ? first.database : first.platforms[platform];
  const match = at === 'claimed' ? 'closure as materialized' : '"itsm-';
  const stopped = line.set({ match, at: 'answer', fate: 'pass', act: () => worker.kill('SIGSTOP') });
  await world.enqueue(platform, ['paused']);
  await stopped;
  await world.employ();
  await sleep(asleepMs);
  await untilSettled(world, 1, 30_000);
  worker.kill('SIGCONT');
  // Whatever it is about to do, it does now: one more delivery through it shows that it has gone on.
  await world.enqueue(platform, ['after']);
  await untilSettled(world, 2, 30_000);
  await sleep(2_000);
  const [record] = await world.ledger.deliveries({ key: world.keyOf(platform, 'paused') });
  return { ...(await tally(world)), status: record?.status, alive: worker.running() };
}
