import { describe, expect, it } from 'vitest';
import { badRequest } from '../__tests__/failures.ts';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { analysisOf } from '../__tests__/samples.ts';
import { created, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { testItsm } from '../__tests__/test-itsm.ts';
import type { Created, ItsmAdapter } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';

const rehearsed: Created = { kind: 'dry-run', payload: { title: 'Checkout' }, warnings: [] };
const laneOf = (integration: string) => ({ environment: 'TEST', integration });

describe('enqueue', () => {
  it('puts the analysis on record for each integration, with its wake-up, and sends nothing', async () => {
    const adapters = { servicenow: scriptedAdapter({}), jira: scriptedAdapter({}) };
    const { itsm, ledger, keyOf } = testItsm({ adapters });
    expect(await itsm.enqueue(analysisOf('high', 'a'))).toMatchObject([
      { integration: 'servicenow', key: keyOf('a'), status: 'pending', success: false, attempts: 0, warnings: [] },
      { integration: 'jira', key: keyOf('a', 'jira'), status: 'pending' },
    ]);
    for (const [integration, { calls }] of Object.entries(adapters)) {
      const taken = await ledger.queue.take(laneOf(integration), { limit: 9, done: [] });
      expect(taken).toMatchObject([{ key: keyOf('a', integration), analysis: analysisOf('high', 'a') }]);
      expect(calls).toEqual([]);
    }
  });

  it('rehearses an integration in dry run at once, and tells all in the order of the config', async () => {
    const adapters = {
      first: scriptedAdapter({ writes: false, create: [rehearsed] }),
      second: scriptedAdapter({}),
      third: scriptedAdapter({ writes: false, create: [badRequest()] }),
    };
    const { itsm, ledger } = testItsm({ adapters, disabled: ['off'] });
    expect(await itsm.enqueue(analysisOf())).toMatchObject([
      { integration: 'first', status: 'dry_run', success: true, dryRun: true, payload: { title: 'Checkout' } },
      { integration: 'second', status: 'pending' },
      { integration: 'third', status: 'failed', dryRun: true },
      { integration: 'off', status: 'skipped', success: false },
    ]);
    expect(await ledger.deliveries({})).toMatchObject([{ integration: 'second' }]);
    expect(await ledger.queue.take(laneOf('first'), { limit: 9, done: [] })).toEqual([]);
  });

  it('keeps the name of the recurring problem', async () => {
    const { itsm, ledger } = testItsm({ adapters: { servicenow: scriptedAdapter({}) } });
    await itsm.enqueue({ ...analysisOf(), fingerprint: 'db-pool' });
    expect(await ledger.deliveries({ fingerprint: 'db-pool' })).toHaveLength(1);
  });

  it('answers with the ticket where there is one, and queues nothing', async () => {
    const { itsm, ledger } = testItsm({ adapters: { servicenow: scriptedAdapter({ create: [created] }) } });
    await itsm.createTickets(analysisOf());
    expect(await itsm.enqueue(analysisOf())).toMatchObject([{ status: 'created', existing: true, success: true }]);
    expect(await ledger.queue.take(laneOf('servicenow'), { limit: 9, done: [] })).toEqual([]);
  });

  it('takes up again what had failed', async () => {
    const { itsm } = testItsm({ adapters: { servicenow: scriptedAdapter({ create: [badRequest()] }) } });
    await itsm.createTickets(analysisOf());
    const [delivery] = await itsm.enqueue(analysisOf());
    expect(delivery).toMatchObject({ status: 'pending' });
    expect(delivery).not.toHaveProperty('error');
  });

  it('hands the host’s own transaction on', async () => {
    const clock = fakeClock();
    const ledger = createMemoryLedger({ clock });
    const { enqueue } = ledger.queue;
    const transactions: unknown[] = [];
    const watched = {
      ...ledger.queue,
      enqueue: async (...[deliveries, transaction]: Parameters<typeof enqueue>) => {
        transactions.push(transaction);
        return enqueue(deliveries);
      },
    };
    const adapters = { servicenow: scriptedAdapter({}) };
    const { itsm } = testItsm({ adapters, clock, ledger: { ...ledger, queue: watched } });
    const transaction = { query: () => {} };
    await itsm.enqueue(analysisOf(), { transaction });
    expect(transactions).toEqual([transaction]);
  });

  it('rejects what is no analysis, with nothing on record', async () => {
    const { itsm, ledger } = testItsm({ adapters: { servicenow: scriptedAdapter({}) } });
    await expect(itsm.enqueue({ job: {} })).rejects.toMatchObject({ kind: 'input' });
    expect(await ledger.deliveries({})).toEqual([]);
  });

  it('is waited for by close', async () => {
    const clock = fakeClock();
    const ledger = createMemoryLedger({ clock });
    const order: string[] = [];
    const slow = async (...args: Parameters<typeof ledger.queue.enqueue>) => {
      await new Promise(resolve => setImmediate(resolve));
      order.push('on record');
      return ledger.queue.enqueue(...args);
    };
    const shared = {
      ...ledger,
      queue: { ...ledger.queue, enqueue: slow },
      close: async () => void order.push('closed'),
    };
    const { itsm } = testItsm({ adapters: { servicenow: scriptedAdapter({}) }, clock, ledger: shared });
    const queued = itsm.enqueue(analysisOf());
    await itsm.close();
    await queued;
    expect(order).toEqual(['on record', 'closed']);
  });
});

describe('work', () => {
  it('registers the metrics of the queue, once', async () => {
    const { itsm, metrics } = testItsm({ adapters: { servicenow: scriptedAdapter({}) } });
    for (let n = 0; n < 2; n++) await itsm.work({ signal: AbortSignal.abort() });
    expect(await metrics.metrics()).toContain('itsm_queue_depth{integration="servicenow",state="pending"} 0');
  });

  it('goes on where whoever is told of a problem fails', async () => {
    const clock = fakeClock();
    const memory = createMemoryLedger({ clock });
    let away = 1;
    const sweep: typeof memory.queue.sweep = async lane => {
      if (away-- > 0) throw new ItsmError('ledger', 'The connection was lost.');
      return memory.queue.sweep(lane);
    };
    const stop = new AbortController();
    const adapter = scriptedAdapter({ create: [created] });
    const last: ItsmAdapter = { ...adapter, create: (...call) => adapter.create(...call).finally(() => stop.abort()) };
    const ledger = { ...memory, queue: { ...memory.queue, sweep } };
    const { itsm } = testItsm({ adapters: { servicenow: last }, clock, ledger });
    await itsm.enqueue(analysisOf());
    let told = 0;
    const onProblem = () => {
      told++;
      throw new Error('The disk of the log is full.');
    };
    await itsm.work({ signal: stop.signal, onProblem });
    expect(told).toBe(1);
    expect(await ledger.deliveries({})).toMatchObject([{ status: 'created' }]);
  });
});
