import { openEventHouse } from './open-event-house.ts';
import type { HouseOrder } from './start-event-house.ts';

// A house alone in its process: what is measured is its own.
const house = await openEventHouse(Number(process.argv[2]));
process.on('message', async (order: HouseOrder) => {
  if (order.kind === 'happen') await house.happen(order.events);
  process.send?.(await house.usage());
});
process.on('disconnect', () => process.exit());
process.send?.(house.port);
