import { afterEach, describe, expect, it, vi } from 'vitest';
import { analysisOf } from './analyses.ts';
import { bare, type Desk, impatient, openDesk } from './desk.ts';

const post = 'POST /api/now/table/incident';
const seconds = (count: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + count * 1_000 });
afterEach(() => vi.useRealTimers());

const deliver = async ({ itsm }: Desk) => (await itsm.createTickets(analysisOf()))[0];

/** Its first create takes effect when the test says so, long after the connection has ended. */
async function openSlow(members: object = {}) {
  const done = Promise.withResolvers<void>();
  const desk = await openDesk(
    { ...bare, ...impatient, retry: { base_seconds: 0.01, max_retries: 1 }, ...members },
    { sleep: () => done.promise },
  );
  desk.instance.fault({ on: post, effect: { kind: 'late-commit', ms: 1 } });
  const commits = async () => {
    done.resolve();
    await expect.poll(() => desk.instance.incidents().length).toBe(1);
  };
  return { ...desk, commits };
}

async function expectOne(desk: Desk) {
  expect(await deliver(desk)).toMatchObject({ status: 'found', ticket: { key: 'INC0010001' } });
  expect(await deliver(desk)).toMatchObject({ status: 'found', existing: true });
  expect(desk.created()).toHaveLength(1);
  expect(desk.instance.incidents()).toHaveLength(1);
}

describe('an instance that creates the incident after the caller has given up', () => {
  it('a minute later, as its quota allows: is looked at, not sent to again, and the incident is found', async () => {
    await using desk = await openSlow();
    expect(await deliver(desk)).toMatchObject({ status: 'unknown', success: false });
    seconds(60);
    expect(await deliver(desk)).toMatchObject({ status: 'unknown' });
    expect(desk.created()).toHaveLength(1);
    await desk.commits();
    await expectOne(desk);
  });

  it('two minutes later, where settle_window says that it may', async () => {
    await using desk = await openSlow({ settle_window: '3m' });
    await deliver(desk);
    for (const later of [60, 60]) {
      seconds(later);
      expect(await deliver(desk)).toMatchObject({ status: 'unknown' });
    }
    await desk.commits();
    await expectOne(desk);
  });

  it('before the next look: is found by it, in the same call', async () => {
    await using desk = await openDesk({ ...bare, ...impatient });
    desk.instance.fault({ on: post, effect: { kind: 'late-commit', ms: 1 } });
    expect(await deliver(desk)).toMatchObject({ status: 'found' });
    expect(desk.created()).toHaveLength(1);
    expect(desk.instance.incidents()).toHaveLength(1);
  });
});

it('an answer that comes after the read timeout is not waited for: its incident is found', async () => {
  await using desk = await openDesk({ ...bare, ...impatient });
  desk.instance.fault({ on: post, effect: { kind: 'delay', ms: 60_000 } });
  expect(await deliver(desk)).toMatchObject({ status: 'found', attempts: 1 });
  expect(desk.created()).toHaveLength(1);
  expect(desk.instance.incidents()).toHaveLength(1);
});
