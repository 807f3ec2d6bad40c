import { Client } from 'undici';
import { expect, it } from 'vitest';
import { keptLines } from './kept-lines.ts';

/** Lines that are counted, and where nothing is sent. */
function counted() {
  const opened: Client[] = [];
  const lines = keptLines(() => {
    const line = new Client('http://127.0.0.1:1');
    opened.push(line);
    return line;
  });
  return { opened, lines };
}

it('are as many as there were requests at once, and then used again', async () => {
  const { opened, lines } = counted();
  const wait = Promise.withResolvers<void>();
  const both = [lines(() => wait.promise), lines(() => wait.promise)];
  wait.resolve();
  await Promise.all(both);
  const used: unknown[] = [];
  for (let count = 0; count < 5; count++) await lines(async line => used.push(line));
  expect(opened).toHaveLength(2);
  expect(new Set(used).size).toBe(1);
});

it('are never shared', async () => {
  const { lines } = counted();
  const under = new Set<unknown>();
  const make = (line: unknown) => {
    expect(under.has(line)).toBe(false);
    under.add(line);
    return Promise.resolve().then(() => under.delete(line));
  };
  await Promise.all(Array.from({ length: 20 }, () => lines(make)));
  expect(under.size).toBe(0);
});

it('are closed where a request failed, and another is opened', async () => {
  const { opened, lines } = counted();
  await expect(lines(async () => Promise.reject(new Error('broke off')))).rejects.toThrow('broke off');
  await lines(async () => undefined);
  expect(opened.map(({ destroyed }) => destroyed)).toEqual([true, false]);
});

it('that cannot be opened say that nothing was sent', async () => {
  const lines = keptLines(() => {
    throw new Error('no such certificate');
  });
  await expect(lines(async () => undefined)).rejects.toMatchObject({ message: 'no such certificate', begun: false });
});
