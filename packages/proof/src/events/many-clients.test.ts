import { expect, it } from 'vitest';
import { manyClients } from './many-clients.ts';
import { openEventHouse } from './open-event-house.ts';

it('2,000 clients of one process have 100 events each, in order and once', async () => {
  await using house = await openEventHouse(15_000);
  const { wrong, connected, after } = await manyClients(house, 2_000, { count: 100, together: 20 });
  expect(wrong).toEqual([]);
  // What waits for clients is kept once for all of them.
  expect(after.heldMb - connected.heldMb).toBeLessThan(10);
});
