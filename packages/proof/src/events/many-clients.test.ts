import { expect, it } from 'vitest';
import { gatherCrowd } from './gather-crowd.ts';
import { manyClients, whileStuck } from './many-clients.ts';
import { memoryLines } from './memory-lines.ts';
import { openEventHouse } from './open-event-house.ts';

it('2,000 clients of one process have 100 events each, in order and once', async () => {
  await using house = await openEventHouse(15_000);
  const result = await manyClients(house, 2_000, { count: 100, together: 20 });
  process.stdout.write(`2,000 clients: ${memoryLines.many(result, 2_000)}\n`);
  expect(result.wrong).toEqual([]);
  // What waits for clients is kept once for all of them.
  expect(result.after.heldMb - result.connected.heldMb).toBeLessThan(10);
});

it('clients that stop reading do not grow the process', async () => {
  // No heartbeat comes, so that none of them is cut meanwhile.
  await using house = await openEventHouse(60_000);
  await using crowd = await gatherCrowd({ port: house.port, clients: 10, path: '/events' });
  // 60 MB, many times what the machine's own buffers take of a connection.
  const held = await whileStuck(house, crowd, { count: 1_200, together: 10, payloadBytes: 50_000 });
  process.stdout.write(`10 clients that do not read: ${memoryLines.stuck(held)}\n`);
  expect(held.stuck.heldMb - held.before.heldMb).toBeLessThan(20);
});
