import { describe, expect, it } from 'vitest';
import { brokenAnswer, refused } from '../__tests__/failures.ts';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { analysisOf } from '../__tests__/samples.ts';
import { absent, created, type Script, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { testItsm } from '../__tests__/test-itsm.ts';
import type { ItsmAdapter } from '../contracts.ts';

const setUp = (script: Script = {}, over: Partial<ItsmAdapter> = {}) => {
  const clock = fakeClock('2025-10-27T10:30:20.000Z');
  return testItsm({ clock, adapters: { servicenow: { ...scriptedAdapter(script), ...over } } });
};
const failure = { kind: 'rejected', status: 400, message: 'no such group' } as const;

describe('search', () => {
  it('shows deliveries of this environment by their title, and goes on from a page', async () => {
    const { itsm, ledger, clock } = setUp({ create: [created, created, created] });
    const other = testItsm({
      ...{ environment: 'PROD', ledger, clock },
      adapters: { servicenow: scriptedAdapter({ create: [created] }) },
    });
    await other.itsm.createTickets(analysisOf());
    for (const job of ['a', 'b', 'c']) await itsm.createTickets(analysisOf('critical', job));
    const { records, next = '' } = await itsm.search({ text: '  CHECKOUT requests ', limit: 2 });
    expect(records).toHaveLength(2);
    expect(records[0]).toMatchObject({ title: 'Checkout requests time out', status: 'created', environment: 'TEST' });
    const last = await itsm.search({ text: 'checkout', limit: 2, after: next });
    expect(last.records).toHaveLength(1);
    expect(last).not.toHaveProperty('next');
  });

  it('says what holds back a delivery that nobody has taken up yet', async () => {
    const { itsm } = setUp();
    await itsm.enqueue(analysisOf());
    await itsm.pause('servicenow', 'ada');
    const { records } = await itsm.search({ limit: 1 });
    expect(records).toMatchObject([
      { status: 'pending', error: { message: expect.stringContaining('paused by ada') } },
    ]);
  });

  it.each([0, 501, 1.5, Number.NaN])('refuses a page of %s', async limit => {
    await expect(setUp().itsm.search({ limit })).rejects.toMatchObject({
      ...{ kind: 'input', message: expect.stringContaining(`limit: ${limit} is no size of a page`) },
    });
  });

  it('refuses a place in the list that it did not give', async () => {
    await expect(setUp().itsm.search({ limit: 1, after: '../../etc' })).rejects.toMatchObject({
      ...{ kind: 'input', message: expect.stringContaining('after: "../../etc" is no place in a list') },
    });
  });
});

describe('a delivery', () => {
  it('tells its whole story: analysis, what was sent and as which request, each attempt, wait and look-up', async () => {
    const { itsm, keyOf, clock } = setUp({ create: [refused(), brokenAnswer(502), created], find: [absent] });
    await itsm.createTickets(analysisOf());
    const { record, analysis, sent, events, changes } = await itsm.delivery(keyOf('abc123'));
    expect(record).toMatchObject({ status: 'created', attempts: 3 });
    expect(analysis).toMatchObject({ job: { id: 'abc123' } });
    expect(sent).toMatchObject({
      payload: { title: 'Checkout requests time out', correlation_id: keyOf('abc123') },
      at: clock.now(),
      request: { method: 'POST', headers: { Authorization: 'Basic [secret]' } },
    });
    expect(sent?.request?.body).toBe(JSON.stringify(sent?.payload));
    const story = events.map(({ type, attempt, at, notBefore, looked, error }) => ({
      ...{ type, attempt, looked, error: error?.kind },
      waitMs: notBefore && notBefore.getTime() - at.getTime(),
    }));
    const retrying = { type: 'ticket-retrying', looked: undefined };
    expect(story).toEqual([
      { ...retrying, attempt: 1, error: 'unavailable', waitMs: 1_000 },
      { ...retrying, attempt: 2, error: 'outcome-unknown', waitMs: 2_000 },
      { type: 'ticket-created', attempt: 3, looked: 'absent', error: undefined, waitMs: undefined },
    ]);
    expect(changes).toEqual([]);
  });

  it('has the changes of its ticket', async () => {
    const { itsm, keyOf } = setUp({ create: [created], update: [new Error('no')] });
    await itsm.createTickets(analysisOf());
    await itsm.updateTickets('abc123', { note: 'Rolled back.' });
    const { changes } = await itsm.delivery(keyOf('abc123'));
    expect(changes).toMatchObject([{ kind: 'note', status: 'unknown', error: { message: expect.any(String) } }]);
  });

  it('shows a payload alone where the plugin of today cannot make a request of it', async () => {
    const describe = () => {
      throw new Error('no title');
    };
    const { itsm, keyOf } = setUp({ create: [created] }, { describe });
    await itsm.createTickets(analysisOf());
    const { sent } = await itsm.delivery(keyOf('abc123'));
    expect(sent).toMatchObject({ payload: { title: 'Checkout requests time out' } });
    expect(sent).not.toHaveProperty('request');
  });

  it('without a send, and without its texts, has neither', async () => {
    const { itsm, keyOf, settle } = setUp();
    await settle('a', { kind: 'failed', error: failure, warnings: [] });
    const detail = await itsm.delivery(keyOf('a'));
    expect(detail).not.toHaveProperty('sent');
    expect(detail.events).toHaveLength(1);
  });

  it('of another environment is none', async () => {
    const { ledger, clock, settle, keyOf } = setUp();
    await settle('a', { kind: 'failed', error: failure, warnings: [] });
    const { itsm } = testItsm({ environment: 'PROD', ledger, clock, adapters: { jira: scriptedAdapter({}) } });
    const message = `${keyOf('a')} is of environment "TEST"; this config is for "PROD".`;
    await expect(itsm.delivery(keyOf('a'))).rejects.toMatchObject({ kind: 'input', message });
    await expect(itsm.delivery('itsm-0')).rejects.toMatchObject({ kind: 'input' });
  });
});

describe('activity', () => {
  it('is an hour of minutes for each integration, by the clock of the ledger', async () => {
    const { itsm } = setUp({ create: [refused(), created] });
    await itsm.createTickets(analysisOf());
    const [lane, ...others] = await itsm.activity();
    expect(others).toEqual([]);
    expect(lane?.integration).toBe('servicenow');
    expect(lane?.minutes).toHaveLength(60);
    const nothing = { created: 0, failed: 0, retried: 0 };
    expect(lane?.minutes[0]).toEqual({ ...nothing, at: new Date('2025-10-27T09:31:00Z') });
    expect(lane?.minutes.at(-1)).toEqual({ at: new Date('2025-10-27T10:30:00Z'), created: 1, failed: 0, retried: 1 });
  });
});

describe('events', () => {
  it('are those of this environment, dry runs among them, of a job or an integration if asked', async () => {
    const waiting = { stop: new AbortController() };
    // Nothing more is to be read: whoever waits, ends.
    const clock = { ...fakeClock(), sleep: async () => waiting.stop.abort() };
    const adapters = { servicenow: scriptedAdapter({ create: [created, created] }) };
    const { itsm, ledger } = testItsm({ clock, adapters });
    const rehearsing = scriptedAdapter({ writes: false, create: [{ kind: 'dry-run', payload: {}, warnings: [] }] });
    const prod = testItsm({ environment: 'PROD', ledger, clock, adapters: { jira: rehearsing } });
    await itsm.createTickets(analysisOf('critical', 'a'));
    await prod.itsm.createTickets(analysisOf('critical', 'a'));
    await itsm.createTickets(analysisOf('critical', 'b'));
    const read = async (from: typeof itsm, options: { jobId?: string; integration?: string }) => {
      waiting.stop = new AbortController();
      const seen: string[] = [];
      const told = from.events({ after: 0n, signal: waiting.stop.signal, ...options });
      for await (const { type, jobId } of told) seen.push(`${type} ${jobId}`);
      return seen;
    };
    expect(await read(itsm, {})).toEqual(['ticket-created a', 'ticket-created b']);
    expect(await read(itsm, { jobId: 'b' })).toEqual(['ticket-created b']);
    expect(await read(itsm, { integration: 'jira' })).toEqual([]);
    expect(await read(prod.itsm, {})).toEqual(['ticket-dry-run a']);
  });
});
