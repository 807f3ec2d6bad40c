import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withinLease } from './within-lease.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const lease = { leftMs: () => 1000 };
const calm = () => new AbortController().signal;

/** The signal of work that goes on until it is told to end. */
function begin(signal: AbortSignal, held = lease) {
  const ended = Promise.withResolvers<string>();
  let given = signal;
  const result = withinLease(held, signal, one => {
    given = one;
    return ended.promise;
  });
  return { given, ended, result };
}

it('ends with the lease', () => {
  const { given } = begin(calm());
  vi.advanceTimersByTime(999);
  expect(given.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(given.reason).toMatchObject({ name: 'TimeoutError' });
});

it('ends when the caller gives up, for the same reason', () => {
  const stop = new AbortController();
  const { given } = begin(stop.signal);
  stop.abort('enough');
  expect(given.reason).toBe('enough');
});

it('has ended before it begins where the caller has given up', () => {
  expect(begin(AbortSignal.abort('enough')).given.reason).toBe('enough');
});

it.each([
  ['well', (ended: PromiseWithResolvers<string>) => ended.resolve('done')],
  ['with an error', (ended: PromiseWithResolvers<string>) => ended.reject(new Error('no'))],
])('leaves neither a timer nor a listener behind where the work ends %s', async (_, end) => {
  const signal = calm();
  const { ended, result } = begin(signal);
  end(ended);
  await result.catch(() => {});
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('has ended before it begins where the lease is over', () => {
  expect(begin(calm(), { leftMs: () => 0 }).given.reason).toMatchObject({ name: 'TimeoutError' });
});

it('leaves nothing behind either where the work throws before it begins', async () => {
  const signal = calm();
  const broken = () => {
    throw new Error('no');
  };
  await expect(withinLease(lease, signal, broken)).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('may be held for longer than a timer can be', () => {
  const { given } = begin(calm(), { leftMs: () => 2 ** 32 });
  vi.advanceTimersByTime(86_400_000);
  expect(given.aborted).toBe(false);
});
