import { Client } from 'undici';
import { expect, it } from 'vitest';
import { keptConnections } from './kept-connections.ts';

/** Connections that are counted, and where nothing is sent. */
function counted() {
  const opened: Client[] = [];
  const connections = keptConnections(() => {
    const connection = new Client('http://127.0.0.1:1');
    opened.push(connection);
    return connection;
  });
  return { opened, connections };
}

it('are as many as there were requests at once, and then used again', async () => {
  const { opened, connections } = counted();
  const wait = Promise.withResolvers<void>();
  const both = [connections(() => wait.promise), connections(() => wait.promise)];
  wait.resolve();
  await Promise.all(both);
  const used: unknown[] = [];
  for (let count = 0; count < 5; count++) await connections(async connection => used.push(connection));
  expect(opened).toHaveLength(2);
  expect(new Set(used).size).toBe(1);
});

it('are never shared', async () => {
  const { connections } = counted();
  const under = new Set<unknown>();
  const make = (connection: unknown) => {
    expect(under.has(connection)).toBe(false);
    under.add(connection);
    return Promise.resolve().then(() => under.delete(connection));
  };
  await Promise.all(Array.from({ length: 20 }, () => connections(make)));
  expect(under.size).toBe(0);
});

it('are closed where a request failed, and another is opened', async () => {
  const { opened, connections } = counted();
  await expect(connections(async () => Promise.reject(new Error('broke off')))).rejects.toThrow('broke off');
  await connections(async () => undefined);
  expect(opened.map(({ destroyed }) => destroyed)).toEqual([true, false]);
});

it('that cannot be opened say that nothing was sent', async () => {
  const connections = keptConnections(() => {
    throw new Error('no such certificate');
  });
  await expect(connections(async () => undefined)).rejects.toMatchObject({
    message: 'no such certificate',
    begun: false,
  });
});
