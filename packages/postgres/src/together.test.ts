import { describe, expect, it } from 'vitest';
import { together } from './together.ts';

/** Runs and pauses that end when they are told to. */
function held() {
  const runs: string[][] = [];
  const ends: (() => void)[] = [];
  const run = async (items: readonly string[]): Promise<readonly string[]> => {
    runs.push([...items]);
    await new Promise<void>(resolve => ends.push(resolve));
    if (items.includes('bad')) throw new Error('bad');
    return items.map(item => item.toUpperCase());
  };
  const pauses: (() => void)[] = [];
  const pause = () => new Promise<void>(resolve => pauses.push(resolve));
  const endOf = (some: (() => void)[]) => async () => {
    some.shift()?.();
    // What waits for it goes on.
    await new Promise(resolve => setImmediate(resolve));
  };
  return {
    runs,
    run,
    end: endOf(ends),
    pauses,
    endPause: endOf(pauses),
    never: { atMost: 10, isOfOne: () => false, pause },
  };
}

/** `a` has gone by itself, and `b` and `c` together. */
async function afterSeveral(one: (item: string) => Promise<string>, end: () => Promise<void>) {
  for (const item of ['a', 'b', 'c']) one(item);
  await end();
  await end();
  return one;
}

describe('what goes together', () => {
  it('is what came while the one before was on its way; the first waits for nobody', async () => {
    const { runs, run, end, never } = held();
    const one = together(run, never);
    const results = ['a', 'b', 'c'].map(one);
    expect(runs).toEqual([['a']]);
    await end();
    expect(runs).toEqual([['a'], ['b', 'c']]);
    await end();
    expect(await Promise.all(results)).toEqual(['A', 'B', 'C']);
  });

  it('waits for more where several went together just now', async () => {
    const { runs, run, end, pauses, endPause, never } = held();
    const one = await afterSeveral(together(run, never), end);
    one('d');
    expect(pauses).toHaveLength(1);
    one('e');
    expect(runs).toEqual([['a'], ['b', 'c']]);
    await endPause();
    expect(runs.at(-1)).toEqual(['d', 'e']);
  });

  it('waits for nobody after one that went by itself', async () => {
    const { runs, run, end, pauses, endPause, never } = held();
    const one = await afterSeveral(together(run, never), end);
    one('d');
    await endPause();
    await end();
    one('e');
    expect(pauses).toEqual([]);
    expect(runs).toEqual([['a'], ['b', 'c'], ['d'], ['e']]);
  });

  it('is no more than it may be, and waits for no more than that', async () => {
    const { runs, run, end, pauses, endPause, never } = held();
    const one = together(run, { ...never, atMost: 2 });
    const results = ['a', 'b', 'c', 'd', 'e', 'f'].map(one);
    await end();
    await end();
    expect(pauses).toEqual([]);
    await end();
    expect(pauses).toHaveLength(1);
    await endPause();
    await end();
    expect(await Promise.all(results)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    expect(runs).toEqual([['a'], ['b', 'c'], ['d', 'e'], ['f']]);
  });

  it('fails together, and what comes after it does not', async () => {
    const { run, end, endPause, never } = held();
    const one = together(run, never);
    const results = ['a', 'bad', 'c'].map(one);
    const settled = Promise.allSettled(results);
    await end();
    await end();
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    const later = one('d');
    await endPause();
    await end();
    expect(await later).toBe('D');
  });

  it('goes one by one where the failure is that of one: the others do not fail with it', async () => {
    const { runs, run, end, never } = held();
    const one = together(run, { ...never, isOfOne: error => error instanceof Error && error.message === 'bad' });
    const settled = Promise.allSettled(['a', 'bad', 'c'].map(one));
    for (let times = 0; times < 4; times++) await end();
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(runs).toEqual([['a'], ['bad', 'c'], ['bad'], ['c']]);
  });
});
