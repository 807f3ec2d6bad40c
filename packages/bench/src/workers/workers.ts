import type { Benchmark, Figure, Size } from '../benchmark.ts';
import { inTurns } from '../measure/in-turns.ts';
import { ratioOf } from '../measure/ratio.ts';
import { spreadOf } from '../measure/spread.ts';
import { type Platform, startPlatform } from '../platform/start-platform.ts';
import { countAll } from './count-all.ts';
import type { Backlog } from './open-backlog.ts';
import { openServer, type Server } from './open-server.ts';
import { atOnce, startWorker } from './start-worker.ts';
import { perSecond, watchIssues } from './watch-issues.ts';

/** Of a platform that is neither quick nor slow: the workers wait for it, and not for each other. */
const waitMs = 200;
const targets: Readonly<Record<number, Figure['target']>> = { 2: { atLeast: 1.9 }, 4: { atLeast: 3.6 } };
interface Plan {
  /** Workers of each, beside one. */
  readonly crews: readonly number[];
  /** How often each worker has its hands full: to get warm, before the stretch that is measured, and in it. */
  readonly warmUp: number;
  readonly before: number;
  readonly measured: number;
}
const plans: Readonly<Record<Size, Plan>> = {
  full: { crews: [2, 4, 8], warmUp: 25, before: 2, measured: 15 },
  small: { crews: [2], warmUp: 1, before: 1, measured: 2 },
};

/** Whether workers on one ledger are in each other's way. */
export const workers: Benchmark = {
  async run({ size, rounds, say }) {
    const { crews, warmUp, before, measured } = plans[size];
    say(`Deliveries of one worker, and of ${crews.join(', ')}`);
    using platform = await startPlatform({ waitMs });
    await using server = await openServer();
    await using stack = new AsyncDisposableStack();
    const hired = await Promise.all([1, ...crews].map(async of => stack.use(await hire(platform, server, of))));
    for (const crew of hired) await crew.drain(0, warmUp);
    const subjects = Object.fromEntries(hired.map(crew => [crew.size, () => crew.drain(before, measured)]));
    const rates = await inTurns(subjects, rounds);
    const figures = crews.map(of => figureOf(of, rates[of] ?? [], rates[1] ?? []));
    for (const { backlog } of hired) await backlog.drained();
    const counts = await countAll(
      platform,
      hired.map(({ backlog }) => backlog),
    );
    return { figures, counts };
  },
};

interface Crew extends AsyncDisposable {
  readonly size: number;
  readonly backlog: Backlog;
  /** @returns deliveries a second, once each worker has had its hands full so often before */
  drain(before: number, measured: number): Promise<number>;
}

async function hire(platform: Platform, server: Server, size: number): Promise<Crew> {
  await using stack = new AsyncDisposableStack();
  const backlog = stack.use(await server.open(`workers_${size}`));
  for (let n = 0; n < size; n++) stack.use(await startWorker(platform.url, backlog.database));
  const all = stack.move();
  const handful = size * atOnce;
  return {
    ...{ size, backlog },
    async drain(before, measured) {
      const part = { from: before * handful, to: (before + measured) * handful };
      return perSecond(await watchIssues(platform, { ...part, begin: () => backlog.fill(part.to) }));
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

function figureOf(size: number, many: readonly number[], one: readonly number[]): Figure {
  const side = (name: string, amounts: readonly number[]) => ({ name, unit: 'a second', amount: spreadOf(amounts) });
  const target = targets[size];
  return {
    what: `deliveries of ${size} workers ÷ one`,
    value: ratioOf(many, one),
    ...(target ? { target } : {}),
    sides: [side(`${size} workers`, many), side('one worker', one)],
  };
}
