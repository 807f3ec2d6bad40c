import { expect, it } from 'vitest';
import { unreadable } from '../__tests__/failures.ts';
import { readOnce } from './read-once.ts';

it('reads when it is first asked, and once for all who ask', async () => {
  let readings = 0;
  const read = readOnce(async () => ++readings);
  expect(readings).toBe(0);
  expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  expect(await read()).toBe(1);
});

it('reads again after a reading that failed, for which all who shared it were told', async () => {
  let readings = 0;
  const read = readOnce(async () => {
    readings += 1;
    if (readings === 1) throw unreadable();
    return readings;
  });
  expect(await Promise.allSettled([read(), read()])).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
  expect(await read()).toBe(2);
});
