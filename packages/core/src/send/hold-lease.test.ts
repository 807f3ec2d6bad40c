import { expect, it } from 'vitest';
import { holdLease } from './hold-lease.ts';

it('asks the ledger only when half of the lease is gone, and tells when it was lost', async () => {
  let now = 0;
  let held = true;
  let asked = 0;
  const extend = async () => {
    asked++;
    return held;
  };
  const lease = holdLease(extend, 60_000, { now: () => new Date(now) });

  now = 29_999;
  expect([await lease.renewIfWorn(), asked]).toEqual([true, 0]);
  now = 30_000;
  expect([await lease.renewIfWorn(), asked]).toEqual([true, 1]);
  now = 59_999;
  expect([await lease.renewIfWorn(), asked]).toEqual([true, 1]);
  held = false;
  expect([await lease.renew(), asked]).toEqual([false, 2]);
});
