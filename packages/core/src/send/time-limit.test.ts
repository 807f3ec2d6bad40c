import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { timeLimit } from './time-limit.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('ends when its time is over, and says so', () => {
  const limit = timeLimit(1000, undefined);
  vi.advanceTimersByTime(999);
  expect(limit.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(limit.signal.reason).toMatchObject({ code: 'ETIMEDOUT', message: 'no answer within 1000 ms' });
  expect(limit.isOver()).toBe(true);
});

it('ends when its caller gives up, which is not its time', () => {
  const stop = new AbortController();
  const limit = timeLimit(1000, stop.signal);
  stop.abort();
  vi.advanceTimersByTime(1000);
  expect(limit.signal.reason).toMatchObject({ code: 'ERR_CANCELED' });
  expect(limit.isOver()).toBe(false);
});

it('leaves neither a timer nor a listener behind', () => {
  const { signal } = new AbortController();
  timeLimit(1000, signal).release();
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('may be longer than a timer can be', () => {
  const limit = timeLimit(2 ** 32, undefined);
  vi.advanceTimersByTime(86_400_000);
  expect(limit.isOver()).toBe(false);
});

it('ends what it waits for, which others wait for as well, with a reason', async () => {
  const { signal, waitFor } = timeLimit(1000, undefined);
  const waiting = waitFor(new Promise(() => {}));
  vi.advanceTimersByTime(1000);
  await expect(waiting).rejects.toBe(signal.reason);
  await expect(waitFor(new Promise(() => {}))).rejects.toBe(signal.reason);
});

it('gives what came in time, or failed in time', async () => {
  const limit = timeLimit(1000, undefined);
  expect(await limit.waitFor(Promise.resolve('signed'))).toBe('signed');
  await expect(limit.waitFor(Promise.reject(new Error('no secret')))).rejects.toThrow('no secret');
  vi.advanceTimersByTime(1000);
  expect(limit.isOver()).toBe(true);
});
