import { describe, expect, it } from 'vitest';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { connectedTo, integration, oldDoubt, policy, ticket } from '../__tests__/samples.ts';
import { scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import type { Doubt, Outcome } from '../contracts.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';
import type { Sent } from '../send/create-once.ts';
import { admitted } from './admitted.ts';

const error = { kind: 'unavailable', message: 'refused' } as const;
const at = { notBefore: new Date(0), warnings: [] };
const created: Outcome = { kind: 'created', ticket, warnings: [] };
const failed: Outcome = { kind: 'failed', error, warnings: [] };
const done = (outcome: Outcome): Sent => ({ kind: 'done', outcome, sends: 1 });

/** A lane with room for `ticketsPerHour`, and what became of each delivery that was sent in it. */
function setUp(ticketsPerHour: number | undefined) {
  const clock = fakeClock();
  const lanes = { ...createMemoryLedger({ clock }).lanes };
  const limits = { ...policy.limits, ticketsPerHour };
  const connected = {
    ...connectedTo(scriptedAdapter({})),
    integration: { ...integration, policy: { ...policy, limits } },
  };
  let sends = 0;
  const send = async (sent: Sent | Promise<Sent>, doubt?: Doubt, restored = false) =>
    admitted(lanes, connected, { clock, doubt, restored }, async () => {
      sends += 1;
      return sent;
    });
  const kindOf = (sent: Sent) => (sent.kind === 'done' ? sent.outcome.kind : sent.kind);
  return { clock, lanes, send, kindOf, sends: () => sends };
}

describe('the hourly limit', () => {
  it('does not ask the ledger where there is none', async () => {
    const { send, sends, kindOf } = setUp(undefined);
    for (let n = 0; n < 100; n++) expect(kindOf(await send(done(created)))).toBe('created');
    expect(sends()).toBe(100);
  });

  it('counts what is in doubt because of a restore alone, unless its ticket is found', async () => {
    const { send, sends, kindOf } = setUp(1);
    const found: Outcome = { kind: 'found', ticket, twins: [], warnings: [] };
    expect(kindOf(await send(done(found), oldDoubt, true))).toBe('found');
    expect(kindOf(await send(done(created), oldDoubt, true))).toBe('created');
    expect(kindOf(await send(done(created), oldDoubt, true))).toBe('pending');
    expect(sends()).toBe(2);
  });

  it('lets the rest wait, visibly, until there is room, with nothing sent', async () => {
    const { send, clock, sends, kindOf } = setUp(2);
    await send(done(created));
    clock.advance(600_000);
    await send(done(created));
    const third = await send(done(created));
    expect(third).toEqual({
      kind: 'done',
      outcome: {
        kind: 'pending',
        error: {
          kind: 'held',
          message: 'servicenow is held back: the limit of 2 tickets in an hour is reached (limits.tickets_per_hour).',
        },
        notBefore: new Date(clock.now().getTime() + 3_000_000),
        warnings: [],
      },
      sends: 0,
    });
    expect(sends()).toBe(2);
    clock.advance(3_000_001);
    expect(kindOf(await send(done(created)))).toBe('created');
  });

  it.each<[string, Sent]>([
    ['was created', done(created)],
    ['was found after a doubt of this very run', done({ kind: 'found', ticket, twins: [], warnings: [] })],
    ['may have been created', done({ kind: 'unknown', error, doubt: oldDoubt, ...at })],
    ['may have been created, and a person decides', done({ kind: 'needs-review', error, warnings: [] })],
    ['another process goes on with', { kind: 'superseded' }],
  ])('keeps the place of a ticket that %s', async (_, sent) => {
    const { send, kindOf } = setUp(1);
    await send(sent);
    expect(kindOf(await send(done(created)))).toBe('pending');
  });

  it.each<[string, Outcome]>([
    ['failed', failed],
    ['waits for its next round', { kind: 'pending', error, ...at }],
  ])('gives back the place of a delivery that %s', async (_, outcome) => {
    const { send, kindOf } = setUp(1);
    await send(done(outcome));
    expect(kindOf(await send(done(created)))).toBe('created');
    expect(kindOf(await send(done(created)))).toBe('pending');
  });

  it('keeps what the platform answered where the ledger cannot be told of the place', async () => {
    const { lanes, send, kindOf } = setUp(1);
    lanes.giveBack = async () => {
      throw new Error('The connection was lost.');
    };
    expect(kindOf(await send(done(failed)))).toBe('failed');
  });

  it('keeps the place when nobody knows how the run ended', async () => {
    const { send, kindOf } = setUp(1);
    await expect(send(Promise.reject(new Error('The ledger went away.')))).rejects.toThrow();
    expect(kindOf(await send(done(created)))).toBe('pending');
  });

  it('gives a delivery in doubt the place that its first send took', async () => {
    const { send, kindOf, sends } = setUp(1);
    await send(done(created));
    expect(kindOf(await send(done(created), oldDoubt))).toBe('created');
    expect(sends()).toBe(2);
  });

  it('is never exceeded by many at once, whatever becomes of them', async () => {
    const { send, kindOf } = setUp(3);
    let tickets = 0;
    for (let round = 0; round < 9; round++) {
      const sent = await Promise.all(
        Array.from({ length: 8 }, (_, n) => send(done((n + round) % 3 === 2 ? created : failed))),
      );
      tickets += sent.filter(one => kindOf(one) === 'created').length;
    }
    expect(tickets).toBe(3);
  });
});
