import type { Benchmark, Figure, Size } from '../benchmark.ts';
import { cpuTimeOf, peakMemoryOf } from '../measure/cpu-time.ts';
import { inTurns } from '../measure/in-turns.ts';
import { ratioOf } from '../measure/ratio.ts';
import { spreadOf } from '../measure/spread.ts';
import { type Platform, startPlatform } from '../platform/start-platform.ts';
import { countAll } from '../workers/count-all.ts';
import type { Backlog } from '../workers/open-backlog.ts';
import { openServer, type Server } from '../workers/open-server.ts';
import { startWorker } from '../workers/start-worker.ts';
import { cpuOfOne, watchIssues } from '../workers/watch-issues.ts';

interface Plan {
  readonly deep: number;
  readonly shallow: number;
  /** A round: it begins with half of that above the depth, and ends with half of it below. */
  readonly deliveries: number;
  readonly notMeasured: number;
  readonly warmUp: number;
  /** So many are measured as one: Linux counts hundredths of a second, and one of a short backlog is shorter. */
  readonly sweeps: number;
}
const plans: Readonly<Record<Size, Plan>> = {
  full: { deep: 100_000, shallow: 1000, deliveries: 1500, notMeasured: 200, warmUp: 3000, sweeps: 1 },
  small: { deep: 120, shallow: 60, deliveries: 100, notMeasured: 10, warmUp: 20, sweeps: 30 },
};
/** Between two sweeps of a worker, in milliseconds. */
const sweepMs = 15_000;

/** Whether what waits makes what is sent dearer. */
export const backlog: Benchmark = {
  async run({ size, rounds, say }) {
    const plan = plans[size];
    const { deep, shallow } = plan;
    say('Two backlogs');
    using platform = await startPlatform();
    await using server = await openServer();
    await using few = await openDepth(platform, server, shallow, plan);
    await using many = await openDepth(platform, server, deep, plan);
    say(`CPU of a delivery, ${shallow} and ${deep} waiting`);
    const measured = await inTurns({ few: few.round, many: many.round }, rounds);
    const cost = (name: 'few' | 'many') => measured[name].map(({ deliveryUs }) => deliveryUs);
    const side = (name: string, unit: string, amounts: readonly number[]) => ({
      name,
      unit,
      amount: spreadOf(amounts),
    });
    const sweeps = measured.many.map(({ sweepUs }) => sweepUs / 1000);
    // First the one that is done soon: a worker that stands still for minutes loses what it has in flight to its leases.
    await few.drain();
    say(`A drain of ${deep}`);
    const peak = spreadOf([await many.drain()]);
    const figures: readonly Figure[] = [
      {
        what: `CPU of a delivery, ${deep} waiting ÷ ${shallow}`,
        value: ratioOf(cost('many'), cost('few')),
        target: { atMost: 1.15 },
        sides: [
          side(`${deep} waiting`, 'µs of CPU a delivery, worker and PostgreSQL', cost('many')),
          side(`${shallow} waiting`, 'µs of CPU a delivery, worker and PostgreSQL', cost('few')),
          side('of it a sweep each 15 s', `ms of CPU with ${deep} waiting`, sweeps),
        ],
      },
      {
        what: `most memory of a worker that drains ${deep}`,
        value: peak,
        unit: 'MB',
        target: { atMost: 180 },
        sides: [],
      },
    ];
    return { figures, counts: await countAll(platform, [few.backlog, many.backlog]) };
  },
};

/** Microseconds of CPU of a worker and of PostgreSQL. */
interface Cost {
  /** Of a delivery, with its share of the sweeps. */
  readonly deliveryUs: number;
  readonly sweepUs: number;
}

interface Depth extends AsyncDisposable {
  readonly backlog: Backlog;
  round(): Promise<Cost>;
  /** All that waits. @returns the most memory that the worker has had until then, in MB */
  drain(): Promise<number>;
}

/** A worker with so much before it; it stands still between its rounds. */
async function openDepth(
  platform: Platform,
  server: Server,
  depth: number,
  { deliveries, notMeasured, warmUp, sweeps }: Plan,
): Promise<Depth> {
  await using stack = new AsyncDisposableStack();
  const backlog = stack.use(await server.open(`depth_${depth}`));
  const worker = stack.use(await startWorker(platform.url, backlog.database));
  const least = depth - deliveries / 2;
  await watchIssues(platform, { from: 0, to: warmUp, begin: () => backlog.fill(warmUp + least) });
  worker.halt();
  await backlog.tidy();
  const all = stack.move();
  return {
    backlog,
    async round() {
      await backlog.fill(deliveries);
      const before = server.cpuUs();
      for (let n = 0; n < sweeps; n++) await backlog.sweep();
      const sweepUs = (server.cpuUs() - before) / sweeps;
      const meters = [() => cpuTimeOf(worker.pid), server.cpuUs];
      const part = { from: notMeasured, to: deliveries, begin: worker.goOn, meters };
      const stretch = await watchIssues(platform, part);
      worker.halt();
      const shareOfSweeps = sweepUs * (stretch.ms / stretch.issues / sweepMs);
      return { deliveryUs: cpuOfOne(stretch, 0) + cpuOfOne(stretch, 1) + shareOfSweeps, sweepUs };
    },
    async drain() {
      worker.goOn();
      await backlog.drained();
      return peakMemoryOf(worker.pid) / 1e6;
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
