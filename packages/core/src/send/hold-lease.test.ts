import { describe, expect, it } from 'vitest';
import { holdLease } from './hold-lease.ts';

describe('a held lease', () => {
  it('asks the ledger only when half of the lease is gone, and tells when it was lost', async () => {
    let now = 0;
    let held = true;
    let asked = 0;
    const extend = async () => {
      asked++;
      return held;
    };
    const lease = holdLease(extend, { leaseMs: 60_000, since: new Date(0) }, { now: () => new Date(now) });

    now = 29_999;
    expect([await lease.renewIfWorn(), asked]).toEqual([true, 0]);
    now = 30_000;
    expect([await lease.renewIfWorn(), asked]).toEqual([true, 1]);
    now = 59_999;
    expect([await lease.renewIfWorn(), asked]).toEqual([true, 1]);
    held = false;
    expect([await lease.renew(), asked]).toEqual([false, 2]);
  });

  it('is as old as the question for it: a process that was stopped before the answer asks again', async () => {
    let asked = 0;
    const extend = async () => {
      asked++;
      return false;
    };
    const lease = holdLease(extend, { leaseMs: 60_000, since: new Date(0) }, { now: () => new Date(61_000) });
    expect(lease.leftMs()).toBe(0);
    expect([await lease.renewIfWorn(), asked]).toEqual([false, 1]);
  });

  it('is lost to a process that was stopped at the answer of a renewal', async () => {
    let now = 40_000;
    const extend = async () => {
      now += 61_000;
      return true;
    };
    const lease = holdLease(extend, { leaseMs: 60_000, since: new Date(0) }, { now: () => new Date(now) });
    expect(await lease.renewIfWorn()).toBe(false);
  });

  it('says for how long it surely holds', async () => {
    let now = 0;
    const lease = holdLease(async () => true, { leaseMs: 60_000, since: new Date(0) }, { now: () => new Date(now) });
    now = 20_000;
    expect(lease.leftMs()).toBe(40_000);
    await lease.renew();
    expect(lease.leftMs()).toBe(60_000);
  });
});
