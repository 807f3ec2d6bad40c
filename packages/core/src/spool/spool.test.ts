import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ticket } from '../__tests__/samples.ts';
import { createItsm } from '../container/create-itsm.ts';
import type { ItsmOptions } from '../container/itsm-options.ts';
import type { AdapterDecorator, Ledger } from '../contracts.ts';
import { definePlugin } from '../define-plugin.ts';
import { createLogger } from '../emit/create-logger.ts';
import { ItsmError } from '../itsm-error.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';
import { systemClock } from '../send/system-clock.ts';
import { spoolName } from './spool-folder.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'itsm-spool-'));
});
afterEach(() => rm(root, { recursive: true }));

const gone = new ItsmError('ledger', 'Nothing answers at db.example.com:5432.');
const analysis = { job: { id: 'abc123', title: 'Checkout requests time out', severity: 'critical' } };
const spoolFiles = () => readdir(join(root, 'spool')).catch(() => []);

/** A platform that counts what it made, under two names. */
function deskPlugin(creates: string[]) {
  return definePlugin({
    name: 'desk',
    settings: z.strictObject({}),
    fieldRules: {},
    template: { file: 'desk.md', format: 'markdown', text: 'x' },
    settleWindowMs: 0,
    connect: (_, { integration }) => ({
      writes: true,
      prepare: ({ title }) => ({ title }),
      describe: () => ({ method: 'POST', url: 'https://desk.example.com', headers: {}, body: '' }),
      async create(_payload, { key }) {
        creates.push(`${integration} ${key}`);
        return { kind: 'created', ticket, warnings: [] };
      },
      find: async () => ({ kind: 'absent', conclusive: true }),
      update: async ref => ({ ticket: ref, warnings: [] }),
      async *check() {},
    }),
  });
}
const dryRun: AdapterDecorator = {
  needsSecrets: false,
  wrap: adapter => ({
    ...adapter,
    writes: false,
    create: async payload => ({ kind: 'dry-run', payload, warnings: [] }),
  }),
};

/** A ledger that any number of Itsm share, and that can be away: at the opening, and for every call. */
function setUp() {
  const memory = createMemoryLedger({ clock: systemClock });
  const creates: string[] = [];
  const state = { away: true };
  const failing = <Call extends (...args: never[]) => Promise<unknown>>(call: Call) =>
    (async (...args: Parameters<Call>) => (state.away ? Promise.reject(gone) : call(...args))) as Call;
  const ledger: Ledger = {
    ...memory,
    claim: failing(memory.claim),
    settle: failing(memory.settle),
    append: failing(memory.append),
    dryRuns: { ...memory.dryRuns, record: failing(memory.dryRuns.record) },
    queue: { ...memory.queue, enqueue: failing(memory.queue.enqueue), take: failing(memory.queue.take) },
  };
  const log = new PassThrough();
  const start = (mode: 'fail' | 'spool' = 'spool', over: Partial<ItsmOptions> = {}, members: object = {}) =>
    createItsm({
      config: {
        value: {
          $settings: { on_ledger_unavailable: mode },
          first: { plugin: 'desk' },
          second: { plugin: 'desk', ...members },
        },
      },
      plugins: [deskPlugin(creates)],
      decorators: { dry_run: dryRun },
      ledger: async () => (state.away ? Promise.reject(gone) : ledger),
      spoolDir: join(root, 'spool'),
      env: {},
      logger: createLogger({ stream: log, readable: false }),
      ...over,
    });
  const logged = () => String(log.read() ?? '');
  return { memory, ledger, creates, state, start, logged };
}

describe('on_ledger_unavailable: fail', () => {
  it('tells the caller at once, at the start and later, and writes no file', async () => {
    const { start, ledger } = setUp();
    await expect(start('fail')).rejects.toBe(gone);
    const itsm = await start('fail', { ledger });
    await expect(itsm.createTickets(analysis)).rejects.toBe(gone);
    await expect(itsm.enqueue(analysis)).rejects.toBe(gone);
    expect(await spoolFiles()).toEqual([]);
  });
});

describe('on_ledger_unavailable: spool', () => {
  it.each(['createTickets', 'enqueue'] as const)(
    '%s keeps the analysis in a file for each integration, and says where',
    async call => {
      const { start, creates, logged } = setUp();
      const itsm = await start();
      const deliveries = await itsm[call](analysis);
      const pathOf = (integration: string) => join(root, 'spool', spoolName('default', integration, 'abc123'));
      expect(deliveries).toMatchObject(
        ['first', 'second'].map(integration => ({
          ...{ integration, status: 'pending', success: false, attempts: 0, dryRun: false },
          error: { kind: 'ledger', message: gone.message },
          warnings: [{ code: 'spooled', message: expect.stringContaining(`kept in ${pathOf(integration)}.`) }],
        })),
      );
      for (const integration of ['first', 'second']) {
        const kept = JSON.parse(await readFile(pathOf(integration), 'utf8'));
        expect(kept).toMatchObject({ environment: 'default', integration, analysis });
      }
      expect(await itsm[call](analysis)).toHaveLength(2);
      expect(await spoolFiles()).toHaveLength(2);
      expect(creates).toEqual([]);
      expect(logged()).toContain(gone.message);
    },
  );

  it('is taken in by the next start, once, however many start', async () => {
    const { start, state, memory } = setUp();
    await (await start()).createTickets(analysis);
    state.away = false;
    await Promise.all([start(), start()]);
    expect(await spoolFiles()).toEqual([]);
    expect(await memory.deliveries({})).toMatchObject([
      { integration: 'first', status: 'pending', severity: 'critical' },
      { integration: 'second', status: 'pending' },
    ]);
    const lane = { environment: 'default', integration: 'first' };
    expect(await memory.queue.take(lane, { limit: 9, done: [] })).toMatchObject([{ jobId: 'abc123', analysis }]);
  });

  it('is taken in by a running worker, and becomes one ticket for each integration', async () => {
    const { start, state, creates } = setUp();
    const itsm = await start();
    await itsm.createTickets(analysis);
    const stop = new AbortController();
    const working = itsm.work({ signal: stop.signal, pollMs: 5, sweepMs: 5 });
    state.away = false;
    await expect.poll(() => creates.length, { interval: 5 }).toBe(2);
    stop.abort();
    await working;
    expect(await spoolFiles()).toEqual([]);
    expect(await itsm.createTickets(analysis)).toMatchObject([{ existing: true }, { existing: true }]);
    expect(creates).toHaveLength(2);
    await itsm.close();
  });

  it('uses a ledger that comes while the process runs, without another start', async () => {
    const { start, state, creates } = setUp();
    const itsm = await start();
    state.away = false;
    expect(await itsm.createTickets(analysis)).toMatchObject([{ status: 'created' }, { status: 'created' }]);
    expect(creates).toHaveLength(2);
    expect(await spoolFiles()).toEqual([]);
  });

  it('keeps only what was not put on record, when the ledger goes between two integrations', async () => {
    const { start, ledger, state } = setUp();
    state.away = false;
    const { claim } = ledger;
    const flaky = {
      ...ledger,
      claim: (one: Parameters<Ledger['claim']>[0]) =>
        one.integration === 'second' ? Promise.reject(gone) : claim(one),
    };
    const itsm = await start('spool', { ledger: flaky });
    expect(await itsm.createTickets(analysis)).toMatchObject([
      { integration: 'first', status: 'created' },
      { integration: 'second', status: 'pending', warnings: [{ code: 'spooled' }] },
    ]);
    const [name = ''] = await spoolFiles();
    expect(JSON.parse(await readFile(join(root, 'spool', name), 'utf8'))).toMatchObject({ integration: 'second' });
  });

  it('leaves a delivery that was sent in its doubt, when the ledger goes before the result is written', async () => {
    const { start, ledger, state, memory } = setUp();
    state.away = false;
    const lost = { ...ledger, settle: () => Promise.reject(gone) };
    const itsm = await start('spool', { ledger: lost, only: ['first'] });
    const [delivery] = await itsm.createTickets(analysis, { signal: AbortSignal.abort() });
    expect(delivery).toMatchObject({ status: 'pending', warnings: [{ code: 'spooled' }] });
    await start('spool', { only: ['first'] });
    expect(await memory.deliveries({})).toMatchObject([{ status: 'sending' }]);
  });

  it('never spools a dry run, and a dry run takes nothing in', async () => {
    const { start, state, memory } = setUp();
    const rehearsing = await start('spool', { switchOn: ['dry_run'] });
    await expect(rehearsing.createTickets(analysis)).rejects.toBe(gone);
    await expect(rehearsing.enqueue(analysis)).rejects.toBe(gone);
    expect(await spoolFiles()).toEqual([]);
    const half = await start('spool', {}, { dry_run: true });
    expect(await half.createTickets(analysis)).toMatchObject([
      { integration: 'first', status: 'pending' },
      { integration: 'second', status: 'failed', dryRun: true, error: { kind: 'ledger' } },
    ]);
    state.away = false;
    await start('spool', { switchOn: ['dry_run'] });
    expect(await spoolFiles()).toHaveLength(1);
    expect(await memory.deliveries({})).toEqual([]);
  });

  it('does not outlive the host’s own transaction', async () => {
    const { start } = setUp();
    await expect((await start()).enqueue(analysis, { transaction: {} })).rejects.toBe(gone);
    expect(await spoolFiles()).toEqual([]);
  });

  it('is only for a ledger that is away: every other failure is told', async () => {
    const { start } = setUp();
    const wrong = new ItsmError('config', 'The database must be a URL.');
    await expect(start('spool', { ledger: () => Promise.reject(wrong) })).rejects.toBe(wrong);
    await expect((await start()).createTickets({ job: {} })).rejects.toMatchObject({ kind: 'input' });
    expect(await spoolFiles()).toEqual([]);
  });

  it('keeps nothing where one integration fails for another reason: the caller is told', async () => {
    const { start, ledger } = setUp();
    const claim = (one: Parameters<Ledger['claim']>[0]) =>
      Promise.reject(one.integration === 'first' ? gone : new TypeError('defect'));
    const itsm = await start('spool', { ledger: { ...ledger, claim } });
    await expect(itsm.createTickets(analysis)).rejects.toThrow();
    expect(await spoolFiles()).toEqual([]);
  });

  it('starts though the ledger goes away again while it takes in, and keeps the files', async () => {
    const { start, ledger } = setUp();
    await (await start()).createTickets(analysis);
    await start('spool', { ledger });
    expect(await spoolFiles()).toHaveLength(2);
  });

  it('says that a file cannot be read, and starts', async () => {
    const { start, state, logged } = setUp();
    await (await start()).createTickets(analysis);
    await writeFile(join(root, 'spool', '0.json'), 'half a fi');
    state.away = false;
    logged();
    await start();
    expect(await spoolFiles()).toEqual(['0.json.bad']);
    expect(logged()).toContain('0.json is no spooled analysis');
  });

  it('tells the caller when the file cannot be written either', async () => {
    const { start } = setUp();
    await writeFile(join(root, 'spool'), 'in the way');
    await expect((await start()).createTickets(analysis)).rejects.toMatchObject({
      ...{ kind: 'ledger', message: expect.stringContaining(gone.message) },
    });
  });
});
