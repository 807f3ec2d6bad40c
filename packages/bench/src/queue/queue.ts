import type { Benchmark, Figure, Size } from '../benchmark.ts';
import { cpuTimeOf } from '../measure/cpu-time.ts';
import { inTurns } from '../measure/in-turns.ts';
import { ratioOf } from '../measure/ratio.ts';
import { spreadOf } from '../measure/spread.ts';
import { startPlatform } from '../platform/start-platform.ts';
import { countAll } from '../workers/count-all.ts';
import { openServer } from '../workers/open-server.ts';
import { startWorker } from '../workers/start-worker.ts';
import { cpuOfOne, perSecond, type Stretch, watchIssues } from '../workers/watch-issues.ts';
import { startHandWritten } from './start-hand-written.ts';

interface Plan {
  readonly warmUp: number;
  /** Deliveries of a round, and those of them that are not measured. */
  readonly from: number;
  readonly to: number;
}
const plans: Readonly<Record<Size, Plan>> = {
  full: { warmUp: 3000, from: 200, to: 1500 },
  small: { warmUp: 20, from: 10, to: 120 },
};
const byHand = 'a loop by hand';

/** What a delivery costs from the queue to its end on record: one worker, and a loop that does no more than it has to. */
export const queue: Benchmark = {
  async run({ size, rounds, say }) {
    say('Deliveries of one worker, and of a loop by hand');
    const { warmUp, from, to } = plans[size];
    using platform = await startPlatform();
    await using server = await openServer();
    await using ours = await server.open('ours');
    await using theirs = await server.open('theirs');
    await using worker = await startWorker(platform.url, ours.database);
    using loop = await startHandWritten(platform.url, theirs.database);

    const drainOurs = (part = { from, to }) => {
      const begin = () => ours.fill(part.to);
      return watchIssues(platform, { ...part, begin, meters: [() => cpuTimeOf(worker.pid), server.cpuUs] });
    };
    const drainTheirs = async (part = { from, to }) => {
      await theirs.fill(part.to);
      const meters = [() => cpuTimeOf(loop.pid), server.cpuUs];
      const stretch = await watchIssues(platform, { ...part, begin: loop.drain, meters });
      await loop.drained();
      return stretch;
    };
    for (const drain of [drainOurs, drainTheirs]) await drain({ from: 0, to: warmUp });
    const figures = figuresOf(await inTurns({ ours: () => drainOurs(), theirs: () => drainTheirs() }, rounds));
    await ours.drained();
    return { figures, counts: await countAll(platform, [ours, theirs]) };
  },
};

function figuresOf({ ours, theirs }: Readonly<Record<'ours' | 'theirs', readonly Stretch[]>>): readonly Figure[] {
  const compared = (what: string, unit: string, of: (stretch: Stretch) => number): Figure => {
    const [our, their] = [ours.map(of), theirs.map(of)];
    const sides = [
      { name: 'itsm worker', unit, amount: spreadOf(our) },
      { name: byHand, unit, amount: spreadOf(their) },
    ];
    return { what: `${what} ÷ ${byHand}`, value: ratioOf(our, their), sides };
  };
  const cpu = 'µs of CPU a delivery';
  return [
    { ...compared('deliveries of one worker', 'a second', perSecond), target: { atLeast: 0.6 } },
    compared('CPU of the process', cpu, stretch => cpuOfOne(stretch, 0)),
    compared('CPU of PostgreSQL', cpu, stretch => cpuOfOne(stretch, 1)),
  ];
}
