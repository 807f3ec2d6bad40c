import { password, poolFor } from '@itsm-bridge/test-postgres';
import { expect, it } from 'vitest';
import { startTappedProxy } from '../world/tapped-proxy.ts';
import { createWorld } from '../world/world.ts';
import { untilSettled } from './settled.ts';

it('a delivery is a claim, and its share of a settlement and of what is asked of the queue', {
  timeout: 120_000,
}, async () => {
  await using world = await createWorld({
    members: { limits: { concurrency: 8 }, timeouts: { connect: '5s', read: '60s' }, lease: '5m' },
  });
  await using line = await startTappedProxy(world.postgres);
  const deliveries = 60;
  const jobs = Array.from({ length: deliveries }, (_, n) => `job-${n}`);
  await world.enqueue('jira', jobs);
  const itsm = await world.openItsm(`postgres://postgres:${password}@127.0.0.1:${line.port}/postgres`);
  const stop = new AbortController();
  const working = itsm.work({ signal: stop.signal });
  await untilSettled(world, deliveries, 60_000);
  stop.abort();
  await working;
  await itsm.close();

  const count = (isOne: RegExp) => line.asked.filter(statement => isOne.test(statement)).length;
  expect(count(/^itsm claim/)).toBe(deliveries);
  // Those that come while one is on its way go together.
  const settlements = count(/^itsm settle/);
  expect(settlements).toBeLessThanOrEqual(deliveries);
  // What each delivery needs has a name; everything else is asked each second, however many there are.
  expect(count(/^itsm /)).toBe(deliveries + settlements);
  // As many as are in flight at the most, one at the least.
  expect(count(/put_away as .* fetched as/s)).toBeLessThanOrEqual(deliveries);
  const rows = poolFor({ connectionString: world.postgres.url() });
  expect((await rows.query('select id from itsm_queue.job')).rows).toEqual([]);
  await rows.end();
});
