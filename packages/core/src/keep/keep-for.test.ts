import { describe, expect, it } from 'vitest';
import { unreadable } from '../__tests__/failures.ts';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { keepFor } from './keep-for.ts';

/** Reads 1, 2, 3 …; a number that is said to fail is a failure instead. */
function keepNumbers({ failing = [] as readonly number[] } = {}) {
  const clock = fakeClock();
  let readings = 0;
  const read = async () => {
    readings += 1;
    if (failing.includes(readings)) throw unreadable();
    return readings;
  };
  return { clock, kept: keepFor(read, { clock, freshMs: 60_000 }) };
}

describe('what was read', () => {
  it('is kept for its time, and not longer', async () => {
    const { clock, kept } = keepNumbers();
    expect(await kept.get()).toBe(1);
    clock.advance(59_999);
    expect(await kept.get()).toBe(1);
    clock.advance(1);
    expect(await kept.get()).toBe(2);
  });

  it('is shared by all who ask while it is read', async () => {
    const { kept } = keepNumbers();
    expect(await Promise.all([kept.get(), kept.anew(), kept.get()])).toEqual([1, 1, 1]);
  });

  it('is read anew for who asks for that, but not all the time; the others then have the newer one', async () => {
    const { clock, kept } = keepNumbers();
    await kept.get();
    clock.advance(14_999);
    expect(await kept.anew()).toBe(1);
    clock.advance(1);
    expect(await kept.anew()).toBe(2);
    expect(await kept.get()).toBe(2);
  });

  it('is as old as the beginning of its reading', async () => {
    const clock = fakeClock();
    let readings = 0;
    const slow = async () => {
      clock.advance(40_000);
      return ++readings;
    };
    const kept = keepFor(slow, { clock, freshMs: 60_000 });
    expect(await kept.get()).toBe(1);
    clock.advance(20_000);
    expect(await kept.get()).toBe(2);
  });
});

it('keeps no failure, and what is read after one for its whole time', async () => {
  const { clock, kept } = keepNumbers({ failing: [1] });
  await expect(kept.get()).rejects.toMatchObject({ kind: 'unavailable' });
  clock.advance(30_000);
  expect(await kept.get()).toBe(2);
  clock.advance(59_999);
  expect(await kept.get()).toBe(2);
});

it('lets one who gives up go, while the others hear what was read', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  let given: AbortSignal | undefined;
  const read = (signal: AbortSignal) => {
    given = signal;
    return promise;
  };
  const kept = keepFor(read, { clock: fakeClock(), freshMs: 60_000 });
  const stop = new AbortController();
  const [first, second] = [kept.get(stop.signal), kept.get()];
  stop.abort();
  await expect(first).rejects.toMatchObject({ kind: 'cancelled' });
  expect(given?.aborted).toBe(false);
  resolve('screen');
  expect(await second).toBe('screen');
});
