import { describe, expect, it } from 'vitest';
import { type FakeClock, fakeClock } from '../__tests__/fake-clock.ts';
import { ItsmError } from '../itsm-error.ts';
import { createPace } from './pace.ts';

const patienceMs = 10_000;

/** What all processes share: slots in a row, as the ledger hands them out. */
function sharedSlots(clock: FakeClock, perSecond: number) {
  let slotAt = 0;
  const asked: number[] = [];
  return {
    asked,
    reserve: async (slots: number) => {
      asked.push(slots);
      const now = clock.now().getTime();
      const first = Math.max(slotAt, now);
      slotAt = first + (slots * 1000) / perSecond;
      return first - now;
    },
  };
}

/** A pace, the blocks that it asked for, and several calls at one moment. */
function setUp(perSecond: number) {
  const clock = fakeClock();
  const { asked, reserve } = sharedSlots(clock, perSecond);
  const pace = createPace(perSecond, reserve, clock);
  const ask = (count: number) => Promise.all(Array.from({ length: count }, () => pace(patienceMs)));
  return { clock, asked, reserve, pace, ask };
}

describe('a pace', () => {
  it('hands out slots at equal distances, in the order of the calls', async () => {
    const { ask } = setUp(4);
    expect(await ask(4)).toEqual([0, 250, 500, 750]);
  });

  it('asks for a tenth of a second at once, and for one slot at the least', async () => {
    const fast = setUp(50);
    await fast.ask(6);
    expect(fast.asked).toEqual([5, 5]);
    const slow = setUp(0.5);
    await slow.ask(2);
    expect(slow.asked).toEqual([1, 1]);
  });

  it('shares the slots with other processes: together they are no faster', async () => {
    const { ask, clock, reserve } = setUp(10);
    const other = createPace(10, reserve, clock);
    const waits = [...(await ask(2)), await other(patienceMs), ...(await ask(1))];
    expect(waits).toEqual([0, 100, 200, 300]);
  });

  it('lets a slot that is a little late be used', async () => {
    const { ask, clock, asked } = setUp(20);
    await ask(1);
    clock.advance(1_000);
    expect(await ask(1)).toEqual([0]);
    expect(asked).toEqual([2]);
  });

  it('does not make up for a time without requests', async () => {
    const { ask, clock } = setUp(50);
    await ask(1);
    clock.advance(60_000);
    expect(await ask(7)).toEqual([0, 20, 40, 60, 80, 100, 120]);
  });

  it('leaves a slot that is too far off to the next one who asks, and reserves no further ones', async () => {
    const { ask, clock, asked } = setUp(0.05);
    expect(await ask(1)).toEqual([0]);
    expect(await ask(50)).toEqual(Array.from({ length: 50 }, () => 20_000));
    expect(asked).toEqual([1, 1]);
    clock.advance(15_000);
    expect(await ask(2)).toEqual([5_000, 25_000]);
  });

  it('keeps its own pace while nobody can be asked', async () => {
    const clock = fakeClock();
    const alone = createPace(20, async () => 0, clock);
    const waits: number[] = [];
    for (let n = 0; n < 6; n++) waits.push(await alone(patienceMs));
    expect(waits).toEqual([0, 50, 100, 150, 200, 250]);
  });

  it('tells whoever asks of a reservation that failed, and asks anew for the next', async () => {
    let away = 1;
    const gone = new ItsmError('ledger', 'The connection was lost.');
    const pace = createPace(10, async () => (away-- > 0 ? Promise.reject(gone) : 0), fakeClock());
    const asked = await Promise.allSettled([pace(patienceMs), pace(patienceMs)]);
    expect(asked).toEqual([
      { status: 'rejected', reason: gone },
      { status: 'fulfilled', value: 0 },
    ]);
  });
});
