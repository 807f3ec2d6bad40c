import { setTimeout as sleep } from 'node:timers/promises';
import { chaosKinds } from '@itsm-bridge/testkit';
import { type Memory, memoryOf } from '../world/memory-of.ts';
import { createWorld, type World } from '../world/world.ts';
import { untilSettled } from './settled.ts';
import { type Tally, tally } from './tally.ts';

export interface Soak {
  /** In all, half of them on each platform. */
  readonly deliveries: number;
  /** Of requests that are spoiled, 0 to 1. */
  readonly rate: number;
  readonly workers: number;
  readonly seed: number;
  /** After so many deliveries the first memory is taken. */
  readonly warmUp: number;
  onProgress?(line: string): void;
}

export interface SoakResult {
  /** While the faults went on. */
  readonly stormy: Tally;
  /** After `replay` of what was left, without faults. */
  readonly calm: Tally;
  /** How often each kind of fault was met, on both platforms. */
  readonly met: Readonly<Record<string, number>>;
  /** Of each worker. */
  readonly memory: readonly { readonly warm: Memory; readonly end: Memory }[];
  readonly seconds: number;
}

/** Everything goes wrong that a platform can do to a request, while a queue is drained; then it stops, and what is left is replayed. */
export async function soak({ deliveries, rate, workers, seed, warmUp, onProgress }: Soak): Promise<SoakResult> {
  const startedAt = Date.now();
  await using world = await createWorld({
    servicenow: { keepRequests: 0 },
    jira: { keepRequests: 0, indexLagMs: 500 },
    members: { limits: { concurrency: 16 }, lease: '7100ms' },
  });
  const kinds = chaosKinds;
  world.servicenow.chaos({ seed, rate, kinds, lateCommitMs: 500, delayMs: 300 });
  world.jira.chaos({ seed: seed + 1, rate, kinds, lateCommitMs: 500, delayMs: 300 });
  const employees = await Promise.all(
    Array.from({ length: workers }, (_, n) => world.employ(['--listen', String(world.metricsPort(n))])),
  );
  const memory = () => Promise.all(employees.map(({ worker }, n) => memoryOf(worker, world.metricsPort(n))));

  let warm: readonly Memory[] = [];
  for (let n = 0; n < deliveries / 2; n += 50) {
    const jobs = Array.from({ length: Math.min(50, Math.ceil(deliveries / 2) - n) }, (_, m) => `job-${n + m}`);
    await world.enqueue('servicenow', jobs);
    await world.enqueue('jira', jobs);
    await untilFewOpen(world, 400);
    if (warm.length === 0 && n * 2 >= warmUp) warm = await memory();
    if (n % 500 === 0) onProgress?.(`${n * 2} of ${deliveries} enqueued, ${JSON.stringify(await memory())}`);
  }
  await untilSettled(world, deliveries, 300_000 + deliveries * 60);
  const end = await memory();
  const stormy = await tally(world);
  const met = sum(world.servicenow.met, world.jira.met);
  world.servicenow.chaos(undefined);
  world.jira.chaos(undefined);
  await replayAll(world);
  return {
    ...{ stormy, calm: await tally(world), met },
    memory: end.map((of, n) => ({ warm: warm[n] ?? of, end: of })),
    seconds: Math.round((Date.now() - startedAt) / 1000),
  };
}

async function untilFewOpen({ ledger }: World, most: number): Promise<void> {
  const lanes = ['servicenow', 'jira'].map(integration => ({ environment: 'proof', integration }));
  for (;;) {
    const depths = await Promise.all(lanes.map(lane => ledger.queue.depth(lane)));
    if (depths.every(({ pending, unknown, sending }) => pending + unknown + sending < most / 2)) return;
    await sleep(100);
  }
}

/** As `itsm replay --failed` and `itsm review approve` do, until nothing is left to be sent. */
async function replayAll(world: World): Promise<void> {
  const itsm = await world.openItsm();
  try {
    for (let rounds = 0; rounds < 5; rounds++) {
      const left = [
        ...(await itsm.deliveries({ status: 'failed' })),
        ...(await itsm.deliveries({ status: 'needs_review' })),
      ];
      if (left.length === 0) return;
      for (const { integration } of left) await itsm.resume(integration);
      for (const { key } of left) for await (const _ of itsm.replay({ key }));
    }
  } finally {
    await itsm.close();
  }
}

const sum = (...counts: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
  const all: Record<string, number> = {};
  for (const one of counts) for (const [kind, count] of Object.entries(one)) all[kind] = (all[kind] ?? 0) + count;
  return all;
};
