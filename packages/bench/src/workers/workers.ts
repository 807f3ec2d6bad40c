import type { Benchmark, Figure } from '../benchmark.ts';
import { inTurns } from '../measure/in-turns.ts';
import { ratioOf } from '../measure/ratio.ts';
import { spreadOf } from '../measure/spread.ts';
import { type Platform, startPlatform } from '../platform/start-platform.ts';
import { openServer, type Server } from './open-server.ts';
import { atOnce, startWorker } from './start-worker.ts';
import { perSecond, watchIssues } from './watch-issues.ts';

/** Of a platform that is neither quick nor slow: the workers wait for it, and not for each other. */
const waitMs = 200;
const crews = { one: 1, two: 2, four: 4, eight: 8 } as const;
const targets: Readonly<Record<number, Figure['target']>> = { 2: { atLeast: 1.9 }, 4: { atLeast: 3.6 } };
/** How often each worker has its hands full: to get warm, before the stretch that is measured, and in it. */
const [warmUp, before, measured] = [25, 2, 15];

/** Whether workers on one ledger are in each other's way. */
export const workers: Benchmark = {
  async run({ rounds, say }) {
    say('Deliveries of one, two, four and eight workers');
    using platform = await startPlatform({ waitMs });
    await using server = await openServer();
    await using stack = new AsyncDisposableStack();
    const hired = Object.entries(crews).map(async ([name, size]) => {
      const crew = stack.use(await hire(platform, server, `workers_${size}`, size));
      return [name, crew] as const;
    });
    const drains = Object.fromEntries(await Promise.all(hired));
    for (const crew of Object.values(drains)) await crew.drain(0, warmUp);
    const subjects = Object.fromEntries(
      Object.entries(drains).map(([name, crew]) => [name, () => crew.drain(before, measured)]),
    );
    const rates = await inTurns(subjects as Record<keyof typeof crews, () => Promise<number>>, rounds);
    return [rates.two, rates.four, rates.eight].map((many, at) => figureOf(2 ** (at + 1), many, rates.one));
  },
};

interface Crew extends AsyncDisposable {
  /** @returns deliveries a second, once each worker has had its hands full so often before */
  drain(before: number, measured: number): Promise<number>;
}

async function hire(platform: Platform, server: Server, name: string, size: number): Promise<Crew> {
  await using stack = new AsyncDisposableStack();
  const { database, fill } = stack.use(await server.open(name));
  for (let n = 0; n < size; n++) stack.use(await startWorker(platform.url, database));
  const all = stack.move();
  const handful = size * atOnce;
  return {
    async drain(before, measured) {
      const part = { from: before * handful, to: (before + measured) * handful };
      return perSecond(await watchIssues(platform, { ...part, begin: () => fill(part.to) }));
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
