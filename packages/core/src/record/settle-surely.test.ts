import { describe, expect, it } from 'vitest';
import { eventOfType } from '../__tests__/event-of-type.ts';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { ticket } from '../__tests__/samples.ts';
import type { ItsmEvent, Ledger, Settlement } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { settleSurely } from './settle-surely.ts';

const gone = new ItsmError('ledger', 'The connection was lost.');
const event = eventOfType('ticket-created');
const settlement: Settlement = {
  ...{ outcome: { kind: 'created', ticket, warnings: [] }, attempts: 1, rounds: 0 },
  event,
};
const token = { key: 'itsm-0', token: 1n };
const leaseMs = 300_000;

/** Settles on a ledger that answers with these, one after the other, and then with the last for ever. */
function settle(answers: readonly (ItsmEvent | 'superseded' | Error)[], controller = new AbortController()) {
  const clock = fakeClock();
  let asked = 0;
  const ledger: Pick<Ledger, 'settle'> = {
    async settle() {
      const answer = answers[Math.min(asked++, answers.length - 1)];
      if (answer === undefined || answer instanceof Error) throw answer;
      return answer;
    },
  };
  const settling = settleSurely(ledger, token, settlement, { clock, leaseMs, signal: controller.signal });
  return { settling, clock, asked: () => asked };
}

describe('settleSurely', () => {
  it('writes once where the ledger is there', async () => {
    const { settling, clock } = settle([event]);
    expect(await settling).toBe(event);
    expect(clock.waits).toEqual([]);
  });

  it('waits for a ledger that is away, twice as long each time, five seconds at the most', async () => {
    const { settling, clock } = settle([gone, gone, gone, gone, gone, gone, gone, event]);
    expect(await settling).toBe(event);
    expect(clock.waits).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  });

  it('gives up with half of the lease: then the row is soon in doubt anyway', async () => {
    const { settling, clock } = settle([gone]);
    await expect(settling).rejects.toBe(gone);
    const waited = clock.waits.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeLessThanOrEqual(leaseMs / 2);
    expect(waited).toBeGreaterThan(leaseMs / 2 - 5_001);
  });

  it('tries no further for a caller who has gone', async () => {
    const controller = new AbortController();
    controller.abort();
    const { settling, asked } = settle([gone], controller);
    await expect(settling).rejects.toBe(gone);
    expect(asked()).toBe(1);
  });

  it('does not repeat what the ledger refuses for another reason', async () => {
    const defect = new TypeError('defect');
    const { settling, asked } = settle([defect, event]);
    await expect(settling).rejects.toBe(defect);
    expect(asked()).toBe(1);
  });

  it('says that another process holds the row now, or that a lost write had counted', async () => {
    expect(await settle([gone, 'superseded']).settling).toBe('superseded');
  });
});
