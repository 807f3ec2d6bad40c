import { describe, expect, it } from 'vitest';
import { badRequest, cancelled, refused, throttled, unauthorized } from '../__tests__/failures.ts';
import { type FakeClock, fakeClock } from '../__tests__/fake-clock.ts';
import { notAborted } from '../__tests__/samples.ts';
import { scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import type { CheckStep, ItsmAdapter, Lanes } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';
import { createLane, type Lane } from './create-lane.ts';

const id = { environment: 'TEST', integration: 'servicenow' };
const gone = new ItsmError('ledger', 'The connection was lost.');

interface SetUp {
  readonly clock?: FakeClock;
  readonly shared?: Lanes;
  readonly requestsPerSecond?: number;
  readonly retryAfterCapMs?: number;
  readonly overrides?: Partial<Lanes>;
  /** Happens while a request waits. */
  readonly meanwhile?: (lane: Lane) => void;
}

/** One process' lane on a ledger that others may share. */
function setUp({
  clock = fakeClock(),
  shared,
  requestsPerSecond,
  retryAfterCapMs = 60_000,
  overrides = {},
  meanwhile,
}: SetUp = {}) {
  const ledger = shared ?? createMemoryLedger({ clock }).lanes;
  const limits = { requestsPerSecond, concurrency: 4, ticketsPerHour: undefined };
  const sleep: FakeClock['sleep'] = async (ms, signal) => {
    await clock.sleep(ms, signal);
    meanwhile?.(lane);
  };
  const policy = { limits, retryAfterCapMs };
  const lane = createLane({ id, policy, lanes: () => ({ ...ledger, ...overrides }), clock: { ...clock, sleep } });
  const heldMs = () => lane.toll.before(notAborted).then(() => 0, retryAfterOf);
  return { clock, ledger, lane, heldMs, told: () => lane.claiming() };
}
const retryAfterOf = (error: unknown) => {
  if (ItsmError.is(error) && error.kind === 'held') return error.retryAfterMs;
  throw error;
};
const given = async (lane: Lane) => (await lane.claiming())();

/** A platform whose every check asks once, through the lane's own toll. */
function platformBehind({ toll }: Lane, answer: () => undefined | Error): ItsmAdapter {
  return {
    ...scriptedAdapter({}),
    async *check({ signal }): AsyncIterable<CheckStep> {
      await toll.before(signal);
      const error = answer();
      toll.after(error);
      if (error) throw error;
      yield { step: 'sign in', ok: true, detail: 'well' };
    },
  };
}

describe('a lane lets a request go', () => {
  it('at once where there is no limit', async () => {
    const { heldMs, clock } = setUp();
    expect(await heldMs()).toBe(0);
    expect(clock.waits).toEqual([]);
  });

  it('in its slot, shared with another process', async () => {
    const { heldMs, clock, ledger } = setUp({ requestsPerSecond: 2 });
    const other = setUp({ clock, shared: ledger, requestsPerSecond: 2 });
    await heldMs();
    await other.heldMs();
    await heldMs();
    expect(clock.waits).toEqual([500, 500]);
  });

  it('never when its slot is too far off: the delivery waits instead', async () => {
    const { heldMs } = setUp({ requestsPerSecond: 0.05 });
    await heldMs();
    expect(await heldMs()).toBe(20_000);
  });

  it.each([
    ['ten seconds', 60_000, 10_000],
    ['a Retry-After may take', 4_000, 4_000],
  ])('for whose slot it waits no longer than %s', async (_, retryAfterCapMs, longestMs) => {
    const inTime = setUp({ retryAfterCapMs, requestsPerSecond: 1_000 / longestMs });
    await inTime.heldMs();
    await inTime.heldMs();
    expect(inTime.clock.waits).toEqual([longestMs]);
    const late = setUp({ retryAfterCapMs, requestsPerSecond: 500 / longestMs });
    await late.heldMs();
    expect(await late.heldMs()).toBe(2 * longestMs);
    expect(late.clock.waits).toEqual([]);
  });

  it('at its own pace while the ledger is away', async () => {
    const { heldMs, clock } = setUp({ requestsPerSecond: 2, overrides: { reserve: () => Promise.reject(gone) } });
    for (let n = 0; n < 3; n++) await heldMs();
    expect(clock.waits).toEqual([500, 500]);
  });

  it('not when its caller has given up', async () => {
    const { lane, heldMs } = setUp({ requestsPerSecond: 2 });
    await heldMs();
    await expect(lane.toll.before(AbortSignal.abort())).rejects.toMatchObject({ kind: 'cancelled' });
  });
});

describe('a platform that asks for a pause', () => {
  it('gets it from every request of the process, and in the ledger from all', async () => {
    const { lane, heldMs, ledger, clock, told } = setUp();
    lane.toll.after(throttled(8_000));
    await told();
    expect(await ledger.reserve(id, { slots: 1, perSecond: 10 })).toBe(8_000);
    await heldMs();
    expect(clock.waits).toEqual([8_000]);
  });

  it('is not asked again before the longer of two pauses', async () => {
    const { lane, heldMs } = setUp();
    lane.toll.after(throttled(60_000));
    lane.toll.after(throttled(2_000));
    expect(await heldMs()).toBe(60_000);
  });

  it('has it for as long as it asked, though the clock is set back meanwhile', async () => {
    const { lane, heldMs, clock } = setUp();
    lane.toll.after(throttled(120_000));
    expect(await heldMs()).toBe(120_000);
    clock.advance(-3_600_000);
    expect(await heldMs()).toBe(120_000);
    clock.advance(120_000);
    expect(await heldMs()).toBe(0);
  });

  it('is heard by a request that was waiting already', async () => {
    const asked = [throttled(4_000)];
    const { heldMs, clock } = setUp({ requestsPerSecond: 1, meanwhile: ({ toll }) => toll.after(asked.pop()) });
    await heldMs();
    await heldMs();
    expect(clock.waits).toEqual([1_000, 4_000]);
  });

  it('is not what a request of ours that was held back asked for', async () => {
    const { lane, heldMs } = setUp();
    lane.toll.after(new ItsmError('held', 'its breaker is open', { retryAfterMs: 60_000 }));
    expect(await heldMs()).toBe(0);
  });
});

describe('a lane whose breaker opens', () => {
  it('lets nothing go, and tells the ledger why, for all processes', async () => {
    const { lane, heldMs, ledger, told } = setUp();
    lane.toll.after(unauthorized());
    expect(await heldMs()).toBe(60_000);
    await told();
    expect((await ledger.state(id)).breaker?.error).toEqual({
      kind: 'held',
      message:
        'servicenow is held back: the platform refused the sign-in (User Not Authenticated). It is asked again by itself; "itsm resume servicenow" closes the breaker at once.',
    });
  });

  it('opens after eight failures in a row, for half a minute', async () => {
    const { lane, heldMs } = setUp();
    for (let n = 0; n < 7; n++) lane.toll.after(refused());
    expect(await heldMs()).toBe(0);
    lane.toll.after(refused());
    expect(await heldMs()).toBe(30_000);
  });

  it('stops a request that was waiting for its slot', async () => {
    const { heldMs } = setUp({ requestsPerSecond: 1, meanwhile: ({ toll }) => toll.after(unauthorized()) });
    await heldMs();
    expect(await heldMs()).toBe(60_000);
  });

  it('stays open here as long as it is open in the ledger', async () => {
    const { lane, heldMs, clock, ledger, told } = setUp();
    for (let n = 0; n < 3; n++) {
      await ledger.trip(id, { error: { kind: 'held', message: 'broken' }, baseMs: 60_000, maxMs: 900_000 });
      await ledger.closeBreaker(id);
    }
    lane.toll.after(unauthorized());
    await told();
    clock.advance(61_000);
    expect(await heldMs()).toBeGreaterThan(0);
    await ledger.resume(id);
    clock.advance(30_000);
    expect(await heldMs()).toBe(0);
  });

  it('is open again once the ledger gives a claim', async () => {
    const { lane, heldMs, ledger, told } = setUp();
    lane.toll.after(unauthorized());
    await told();
    await ledger.resume(id);
    await given(lane);
    expect(await heldMs()).toBe(0);
  });

  it('is not opened by a claim that the ledger gave before it heard of the failure', async () => {
    const { lane, heldMs } = setUp();
    const opened = await lane.claiming();
    lane.toll.after(unauthorized());
    opened();
    expect(await heldMs()).toBe(60_000);
  });

  it('remembers alone what the ledger could not be told', async () => {
    const { lane, heldMs, clock } = setUp({ overrides: { trip: () => Promise.reject(gone) } });
    lane.toll.after(unauthorized());
    await given(lane);
    expect(await heldMs()).toBe(60_000);
    clock.advance(60_001);
    expect(await heldMs()).toBe(0);
  });

  it('does not wait for a ledger that is away', async () => {
    const { lane, heldMs, clock } = setUp({ overrides: { state: () => Promise.reject(gone) } });
    lane.toll.after(unauthorized());
    clock.advance(60_001);
    expect(await heldMs()).toBe(0);
  });
});

describe('a probe', () => {
  const broken = async (error: Error = unauthorized()) => {
    const set = setUp();
    for (let n = 0; n < 8; n++) set.lane.toll.after(error);
    await set.told();
    return set;
  };

  it('is not made before the breaker’s time is over, nor without a breaker', async () => {
    const { lane, clock } = await broken();
    const adapter = platformBehind(lane, () => expect.fail('asked too early'));
    expect(await lane.probe(adapter, notAborted)).toBe(false);
    const { lane: well } = setUp({ clock });
    expect(await well.probe(adapter, notAborted)).toBe(false);
  });

  it('passes the open breaker itself, and opens the lane where the platform is well', async () => {
    const { lane, clock, ledger, heldMs } = await broken();
    clock.advance(3_600_000);
    expect(
      await lane.probe(
        platformBehind(lane, () => undefined),
        notAborted,
      ),
    ).toBe(true);
    expect(await ledger.state(id)).toEqual({});
    expect(await heldMs()).toBe(0);
  });

  it('is alone: a delivery under way is held back while it runs', async () => {
    const { lane, clock, heldMs } = await broken();
    clock.advance(3_600_000);
    const beside: (number | undefined)[] = [];
    const slow: ItsmAdapter = {
      ...scriptedAdapter({}),
      async *check({ signal }) {
        await lane.toll.before(signal);
        outside();
        await sent;
        lane.toll.after();
        yield { step: 'sign in', ok: true, detail: 'well' };
      },
    };
    let outside = () => {};
    let answer = () => {};
    const running = new Promise<void>(resolve => (outside = resolve));
    const sent = new Promise<void>(resolve => (answer = resolve));
    const probe = lane.probe(slow, notAborted);
    await running;
    beside.push(await heldMs());
    answer();
    expect(await probe).toBe(true);
    beside.push(await heldMs());
    expect(beside).toEqual([30_000, 0]);
  });

  it('is made by one process', async () => {
    const { lane, clock, ledger } = await broken();
    const other = setUp({ clock, shared: ledger });
    clock.advance(3_600_000);
    let asked = 0;
    const count = () => {
      asked += 1;
      return undefined;
    };
    const [first, second] = await Promise.all([
      lane.probe(platformBehind(lane, count), notAborted),
      other.lane.probe(platformBehind(other.lane, count), notAborted),
    ]);
    expect([first, second, asked]).toEqual([true, false, 1]);
  });

  it.each([
    ['refuses the sign-in still', unauthorized, 60_000, 'refused the sign-in'],
    ['fails still', refused, 30_000, 'failed again and again'],
  ])('leaves the lane closed where the platform %s', async (_, failure, openMs, because) => {
    const { lane, clock, heldMs, ledger } = await broken(refused());
    clock.advance(3_600_001);
    expect(await lane.probe(platformBehind(lane, failure), notAborted)).toBe(false);
    expect(await heldMs()).toBe(openMs);
    expect((await ledger.state(id)).breaker?.error.message).toContain(`${because} (${failure().message})`);
  });

  it('takes the platform at its word when the first step says that it is not well', async () => {
    const { lane, clock, ledger } = await broken();
    clock.advance(3_600_000);
    const asleep: ItsmAdapter = {
      ...scriptedAdapter({}),
      async *check() {
        yield { step: 'reach', ok: false, detail: 'The instance is hibernating.' };
        yield expect.fail('asked for more');
      },
    };
    expect(await lane.probe(asleep, notAborted)).toBe(false);
    expect((await ledger.state(id)).breaker?.error.message).toContain('The instance is hibernating.');
  });

  it('that was cancelled says nothing about the platform', async () => {
    const { lane, clock, ledger } = await broken();
    const before = (await ledger.state(id)).breaker;
    clock.advance(3_600_000);
    const stop = new AbortController();
    const adapter = platformBehind(lane, () => {
      stop.abort();
      return cancelled();
    });
    expect(await lane.probe(adapter, stop.signal)).toBe(false);
    expect((await ledger.state(id)).breaker).toEqual(before);
  });

  it('waits as long as the platform asks for silence', async () => {
    const { lane, clock, ledger } = await broken();
    lane.toll.after(throttled(7_200_000));
    clock.advance(3_600_000);
    const before = (await ledger.state(id)).breaker;
    const adapter = platformBehind(lane, () => expect.fail('asked in the pause'));
    expect(await lane.probe(adapter, notAborted)).toBe(false);
    expect((await ledger.state(id)).breaker).toEqual(before);
  });

  it('does so, too, where another process was asked, and opens no more for a question that was never put', async () => {
    const { lane, clock, ledger } = await broken();
    clock.advance(3_600_000);
    await ledger.hold(id, 120_000);
    const paced = setUp({ clock, shared: ledger, requestsPerSecond: 5 }).lane;
    const before = (await ledger.state(id)).breaker;
    for (const each of [lane, paced]) {
      const adapter = platformBehind(each, () => expect.fail('asked in the pause'));
      expect(await each.probe(adapter, notAborted)).toBe(false);
    }
    expect((await ledger.state(id)).breaker).toEqual(before);
    clock.advance(121_000);
    expect(
      await paced.probe(
        platformBehind(paced, () => undefined),
        notAborted,
      ),
    ).toBe(true);
  });

  it('is not made while a person has paused the lane: a call would ask the platform behind their back', async () => {
    const { lane, clock, ledger } = await broken();
    await ledger.pause(id, { kind: 'held', message: 'paused' });
    clock.advance(3_600_000);
    const adapter = platformBehind(lane, () => expect.fail('asked in the pause'));
    const before = await ledger.state(id);
    expect(await lane.probe(adapter, notAborted)).toBe(false);
    expect(await ledger.state(id)).toEqual(before);
  });

  it('counts a request that the platform refused for well', async () => {
    const { lane, heldMs } = setUp();
    for (let n = 0; n < 9; n++) lane.toll.after(badRequest());
    expect(await heldMs()).toBe(0);
  });
});
