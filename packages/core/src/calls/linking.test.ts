import { describe, expect, it } from 'vitest';
import { oldDoubt, ticket } from '../__tests__/samples.ts';
import { type Script, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { testItsm } from '../__tests__/test-itsm.ts';
import type { ItsmAdapter, LiveOutcome } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';

const error = { kind: 'outcome-unknown', message: 'no answer' } as const;
const unknown: LiveOutcome = { kind: 'unknown', error, doubt: oldDoubt, notBefore: new Date(0), warnings: [] };

function setUp(locate?: ItsmAdapter['locate'], script: Script = {}) {
  const adapter = { ...scriptedAdapter(script), ...(locate ? { locate } : {}) };
  const test = testItsm({ adapters: { servicenow: adapter } });
  return { ...test, key: test.keyOf('a'), adapter };
}
const asCalled: ItsmAdapter['locate'] = async name => (name === ticket.key ? ticket : undefined);
const given = { by: 'anna', ticket: ` ${ticket.key}\n` };

describe('link', () => {
  it.each<LiveOutcome>([
    unknown,
    { kind: 'needs-review', error, warnings: [] },
    { kind: 'failed', error: { kind: 'rejected', message: 'no' }, warnings: [] },
    { kind: 'pending', error: { kind: 'held', message: 'paused' }, notBefore: new Date(8e15), warnings: [] },
  ])('gives a delivery that is $kind its ticket, which nobody sends again', async outcome => {
    const { itsm, key, settle, told, adapter } = setUp(asCalled);
    await settle('a', outcome);
    await itsm.pause('servicenow', 'bob');
    expect(await itsm.link(key, given)).toMatchObject({ status: 'found', ticket });
    expect(told.at(-1)).toMatchObject({ type: 'ticket-found', key, ticket });
    expect((await itsm.audit({ limit: 1 })).entries).toMatchObject([
      { by: 'anna', action: 'link', detail: ticket.key },
    ]);
    expect(adapter.calls).toEqual([]);
    await expect(itsm.link(key, given)).rejects.toMatchObject({
      ...{ kind: 'input', message: `${key} has its ticket: ${ticket.key}. There is nothing to link.` },
    });
  });

  it('has what was sent looked for once more: it may have made another ticket', async () => {
    const { itsm, key, settle, clock, ledger } = setUp(asCalled);
    await settle('a', unknown);
    await itsm.link(key, given);
    clock.advance(3_600_000);
    const lane = { environment: 'TEST', integration: 'servicenow' };
    expect(await ledger.twins.take(lane, { limit: 9, againMs: 1_000 })).toMatchObject([{ key }]);
  });

  it('refuses a ticket that is not there, and a platform that cannot tell', async () => {
    const { itsm, key, settle } = setUp(asCalled);
    await settle('a', unknown);
    await expect(itsm.link(key, { by: 'anna', ticket: 'INC\u001b[31m' })).rejects.toMatchObject({
      ...{ kind: 'input', message: 'servicenow has no ticket "INC [31m", or none that its user may see.' },
    });
    const mute = setUp();
    await mute.settle('a', unknown);
    await expect(mute.itsm.link(key, given)).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringMatching(
        /^No ticket of servicenow can be linked: the plugin servicenow cannot look one up by what people call it\. "itsm review reject itsm-/,
      ),
    });
    expect(await itsm.deliveries()).toMatchObject([{ status: 'unknown' }]);
    expect((await itsm.audit({ limit: 9 })).entries).toEqual([]);
  });

  it('lets a failure of the platform through, and leaves a delivery that is in other hands', async () => {
    const away = new ItsmError('unavailable', 'GET /INC answered 503.');
    const { itsm, key, settle, ledger, keyOf } = setUp(async name => {
      if (name === 'away') throw away;
      return ticket;
    });
    await settle('a', unknown);
    await expect(itsm.link(key, { by: 'anna', ticket: 'away' })).rejects.toBe(away);
    const identity = { key: keyOf('b'), jobId: 'b', integration: 'servicenow', platform: 'servicenow' };
    await ledger.claim({ ...identity, environment: 'TEST', severity: 'low', leaseMs: 60_000, askedBy: 'request' });
    await expect(itsm.link(keyOf('b'), given)).rejects.toMatchObject({ kind: 'input' });
    expect((await itsm.audit({ limit: 9 })).entries).toMatchObject([
      { action: 'link', detail: `Failed: ${keyOf('b')} is in other hands now; look at it again.` },
      { action: 'link', detail: ticket.key },
    ]);
  });
});
