import { describe, expect, it } from 'vitest';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { analysisOf, connectedTo, policy, ticket } from '../__tests__/samples.ts';
import { scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import type { AskedBy } from '../contracts.ts';
import { startRun } from '../run.ts';
import { settlementOf } from './settlement-of.ts';

const run = startRun(analysisOf(), connectedTo(scriptedAdapter({})), fakeClock());
const claim = (attempts: number, askedBy: AskedBy = 'request') =>
  ({ attempts, rounds: 0, askedBy, policy, now: new Date('2025-10-27T10:30:00Z'), followUps: false }) as const;
const outcome = { kind: 'created', ticket, warnings: [] } as const;

describe('settlementOf', () => {
  it('adds the sends of this run to those before, in the row and in the event', () => {
    const settlement = settlementOf(run, claim(3), { kind: 'done', outcome, sends: 2 });
    expect(settlement).toMatchObject({ outcome, attempts: 5, event: { type: 'ticket-created', attempt: 5, ticket } });
  });

  it('keeps the payload as it was sent; the event has no text of it', () => {
    const sent = { payload: { title: 'Checkout' }, at: claim(0).now };
    const settlement = settlementOf(run, claim(0), { kind: 'done', outcome, sends: 1, sent });
    expect(settlement.sent).toEqual(sent);
    expect(JSON.stringify(settlement.event)).not.toContain('Checkout');
  });

  it('has no payload where nothing was sent', () => {
    const settlement = settlementOf(run, claim(0), { kind: 'done', outcome, sends: 0 });
    expect(settlement).not.toHaveProperty('sent');
  });

  it('sets a time for what belongs to the ticket, where there is one', () => {
    const owing = { ...claim(0), followUps: true };
    const followUpsDue = new Date(claim(0).now.getTime() + policy.leaseMs);
    expect(settlementOf(run, owing, { kind: 'done', outcome, sends: 1 })).toMatchObject({ followUpsDue });
    expect(settlementOf(run, claim(0), { kind: 'done', outcome, sends: 1 })).not.toHaveProperty('followUpsDue');
    const worker = { ...claim(0, 'schedule'), followUps: true };
    expect(settlementOf(run, worker, { kind: 'done', outcome, sends: 1 })).toMatchObject({
      followUpsDue: claim(0).now,
    });
    const failed = { kind: 'failed', error: { kind: 'rejected', message: 'no' }, warnings: [] } as const;
    expect(settlementOf(run, owing, { kind: 'done', outcome: failed, sends: 1 })).not.toHaveProperty('followUpsDue');
  });

  it('takes a dry run of an adapter that writes for a defect of the plugin', () => {
    const dryRun = { kind: 'dry-run', payload: {}, warnings: [] } as const;
    const settlement = settlementOf(run, claim(0), { kind: 'done', outcome: dryRun, sends: 1 });
    expect(settlement).toMatchObject({
      outcome: { kind: 'failed', error: { message: expect.stringContaining('defect of the plugin') } },
      event: { type: 'ticket-failed' },
    });
  });

  it('lets a worker come back to what may pass, and leaves it failed for anybody else', () => {
    const down = { kind: 'failed', error: { kind: 'unavailable', message: 'refused' }, warnings: [] } as const;
    const end = { kind: 'done', outcome: down, sends: 4 } as const;
    expect(settlementOf(run, claim(0, 'request'), end)).toMatchObject({ outcome: { kind: 'failed' }, rounds: 0 });
    const approved = { ...claim(0, 'person'), isApproved: true };
    expect(settlementOf(run, approved, end)).toMatchObject({ outcome: { kind: 'pending' }, rounds: 1 });
    expect(settlementOf(run, claim(0, 'schedule'), end)).toMatchObject({
      ...{ outcome: { kind: 'pending', notBefore: new Date('2025-10-27T10:30:30Z') }, rounds: 1 },
      event: { type: 'ticket-retrying', error: { message: 'refused' } },
    });
  });
});
