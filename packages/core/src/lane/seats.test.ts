import { expect, it } from 'vitest';
import { createSeats } from './seats.ts';

/** Work that says when it begins and ends when it is told to. */
function bench() {
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<string>>();
  const work = (name: string) => () => {
    begun.push(name);
    const end = Promise.withResolvers<string>();
    ends.set(name, end);
    return end.promise;
  };
  return { begun, work, end: (name: string) => ends.get(name) };
}
const turn = () => new Promise(resolve => setImmediate(resolve));

it('lets so many begin, and the others in the order in which they came', async () => {
  const seats = createSeats(2);
  const { begun, work, end } = bench();
  const all = ['a', 'b', 'c', 'd'].map(name => seats(work(name), undefined));
  await turn();
  expect(begun).toEqual(['a', 'b']);
  end('b')?.resolve('done');
  await turn();
  expect(begun).toEqual(['a', 'b', 'c']);
  end('a')?.resolve('done');
  await turn();
  for (const name of ['c', 'd']) end(name)?.resolve('done');
  expect(await Promise.all(all)).toEqual(['done', 'done', 'done', 'done']);
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
});

it('frees the seat of what has failed', async () => {
  const seats = createSeats(1);
  const failed = seats(async () => {
    throw new Error('no answer');
  }, undefined);
  const next = seats(async () => 'served', undefined);
  await expect(failed).rejects.toThrow('no answer');
  expect(await next).toBe('served');
});

it('forgets who stops waiting: not begun, cancelled, and no seat is lost with it', async () => {
  const seats = createSeats(1);
  const { begun, work, end } = bench();
  const first = seats(work('first'), undefined);
  const stop = new AbortController();
  const given = seats(work('given up'), stop.signal);
  const late = seats(work('late'), AbortSignal.abort());
  const last = seats(work('last'), undefined);
  stop.abort();
  await expect(given).rejects.toMatchObject({ kind: 'cancelled' });
  await expect(late).rejects.toMatchObject({ kind: 'cancelled' });
  end('first')?.resolve('done');
  await first;
  await turn();
  end('last')?.resolve('done');
  expect(await last).toBe('done');
  expect(begun).toEqual(['first', 'last']);
  expect(await seats(async () => 'free', undefined)).toBe('free');
});

it('lets no newcomer take the seat that was handed over', async () => {
  const seats = createSeats(1);
  const { begun, work, end } = bench();
  const first = seats(work('first'), undefined);
  seats(work('waited'), undefined);
  end('first')?.resolve('done');
  await first;
  seats(work('newcomer'), undefined);
  await turn();
  expect(begun).toEqual(['first', 'waited']);
});
