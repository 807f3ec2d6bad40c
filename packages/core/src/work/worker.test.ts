import { describe, expect, expectTypeOf, it } from 'vitest';
import { badRequest, refused, silence } from '../__tests__/failures.ts';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { analysisOf, connectedTo, integration, keyOf, policy } from '../__tests__/samples.ts';
import { absent, created, type Script, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import type { Severity } from '../analysis.ts';
import type { DeliveryPolicy, ItsmAdapter, ItsmEvent, Ledger, TakenBatch } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { createPipeline } from '../pipeline.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';
import { createOnce } from '../send/create-once.ts';
import { type WorkOptions, type WorkProblem, work } from './worker.ts';

interface SetUp {
  readonly adapter: ItsmAdapter;
  readonly policy?: Partial<DeliveryPolicy>;
  readonly overrides?: (ledger: Ledger) => Partial<Ledger>;
}

/** A worker on a memory ledger whose waits take no time, and the ways to look at it. */
function setUp({ adapter, policy: over, overrides = () => ({}) }: SetUp) {
  const clock = fakeClock();
  const events: ItsmEvent[] = [];
  const memory = createMemoryLedger({ clock, events });
  const ledger = { ...memory, ...overrides(memory) };
  const once = createOnce({ clock, random: () => 0.5 });
  const deliver = createPipeline({ ledger, sink: { emit() {} }, clock, createOnce: once });
  const connected = { ...connectedTo(adapter), integration: { ...integration, policy: { ...policy, ...over } } };
  const problems: WorkProblem[] = [];
  const stop = new AbortController();
  const enqueue = (jobId: string, severity: Severity = 'critical') => {
    const identity = { key: keyOf(jobId), jobId, integration: 'servicenow', platform: 'servicenow' };
    return memory.queue.enqueue([
      { ...identity, environment: 'TEST', severity, analysis: analysisOf(severity, jobId) },
    ]);
  };
  /** Works until nothing is open any more, or for `hours` of the fake clock. */
  const run = async (options: Partial<WorkOptions> = {}, hours = 24) => {
    const end = clock.now().getTime() + hours * 3_600_000;
    const watching = {
      ...clock,
      async sleep(ms: number, signal: AbortSignal) {
        const records = await memory.deliveries({});
        if (records.every(({ status }) => !open.has(status)) || clock.now().getTime() > end) stop.abort();
        await clock.sleep(ms, signal);
      },
    };
    const own = ledger.queue.wait === memory.queue.wait ? createMemoryQueueWait(ledger, watching.sleep) : ledger;
    await work(
      { ledger: own, connected: [connected], deliver, clock: watching },
      { signal: stop.signal, onProblem: problem => problems.push(problem), ...options },
    );
  };
  const record = async (jobId: string) => (await memory.deliveries({ jobId }))[0];
  return { clock, events, ledger: memory, enqueue, run, record, problems, stop };
}

/** The queue waits by the fake clock, which looks whether all is done. */
function createMemoryQueueWait(ledger: Ledger, sleep: (ms: number, signal: AbortSignal) => Promise<void>): Ledger {
  const wait: Ledger['queue']['wait'] = (_lane, ms, signal) => sleep(ms, signal).catch(() => {});
  return { ...ledger, queue: { ...ledger.queue, wait } };
}

const open: ReadonlySet<string> = new Set(['pending', 'sending', 'unknown']);
const adapterOf = (script: Script) => scriptedAdapter(script);
const times = <Item>(count: number, item: Item): readonly Item[] => Array.from({ length: count }, () => item);
const secondsBetween = (events: readonly ItsmEvent[]) =>
  events.slice(1).map((event, n) => Math.round((event.at.getTime() - (events[n]?.at.getTime() ?? 0)) / 1000));

describe('a worker', () => {
  it('delivers what is queued and has one ticket for each', async () => {
    const adapter = adapterOf({ create: times(3, created) });
    const { enqueue, run, ledger } = setUp({ adapter });
    for (const job of ['a', 'b', 'c']) await enqueue(job);
    await run();
    expect((await ledger.deliveries({})).map(({ status }) => status)).toEqual(times(3, 'created'));
    expect(adapter.calls).toEqual(times(3, 'create'));
  });

  it('takes the most urgent first', async () => {
    const { enqueue, run, events } = setUp({
      adapter: adapterOf({ create: times(4, created) }),
      policy: { limits: { ...policy.limits, concurrency: 1 } },
    });
    for (const severity of ['low', 'medium', 'critical', 'high'] as const) await enqueue(severity, severity);
    await run();
    expect(events.map(({ jobId }) => jobId)).toEqual(['critical', 'high', 'medium', 'low']);
  });

  it('sends no more side by side than the limit says', async () => {
    let running = 0;
    let most = 0;
    const slow = async () => {
      running++;
      most = Math.max(most, running);
      await new Promise(resolve => setImmediate(resolve));
      running--;
      return created;
    };
    const { enqueue, run } = setUp({
      adapter: adapterOf({ create: times(12, slow) }),
      policy: { limits: { ...policy.limits, concurrency: 3 } },
    });
    for (let n = 0; n < 12; n++) await enqueue(`job-${n}`);
    await run();
    expect(most).toBe(3);
  });

  it('puts the wake-ups of the last deliveries away in the round trip that takes the next ones', async () => {
    const asked: string[] = [];
    const { enqueue, run, ledger } = setUp({
      adapter: adapterOf({ create: times(3, created) }),
      policy: { limits: { ...policy.limits, concurrency: 1 } },
      overrides: ({ queue }) => ({
        queue: {
          ...queue,
          async take(lane, batch) {
            const taken = await queue.take(lane, batch);
            asked.push(`take ${taken.length}, put away ${batch.done.length}`);
            return taken;
          },
          async finish(lane, done) {
            asked.push(`put away ${done.length}`);
            await queue.finish(lane, done);
          },
        },
      }),
    });
    // Whoever wraps a queue cannot leave them out without a word: `done` is asked for.
    expectTypeOf<Pick<TakenBatch, 'limit'>>().not.toExtend<TakenBatch>();
    for (const job of ['a', 'b', 'c']) await enqueue(job);
    await run();
    const next = 'take 1, put away 1';
    expect(asked.slice(0, 3)).toEqual(['take 1, put away 0', next, next]);
    expect(asked[3]).toMatch(/put away 1$/);
    expect((await ledger.deliveries({})).map(({ status }) => status)).toEqual(times(3, 'created'));
  });

  it('hears what is told while it looks: nobody waits for the next poll then', async () => {
    const told = new Set<() => void>();
    let looks = 0;
    const { enqueue, run, record, stop } = setUp({
      adapter: adapterOf({ create: [created] }),
      overrides: ({ queue, settle }) => ({
        queue: {
          ...queue,
          async take(lane, batch) {
            const taken = await queue.take(lane, batch);
            if (looks++ === 0) {
              await enqueue('a');
              for (const tell of told) tell();
            }
            return taken;
          },
          wait: (_lane, _ms, signal) =>
            new Promise(resolve => {
              told.add(resolve);
              signal.addEventListener('abort', () => resolve());
            }),
        },
        async settle(...settling) {
          const event = await settle(...settling);
          stop.abort();
          return event;
        },
      }),
    });
    await run();
    expect((await record('a'))?.status).toBe('created');
  });

  it('keeps the document’s policy visible: a 400 takes one attempt', async () => {
    const adapter = adapterOf({ create: [badRequest()] });
    const { enqueue, run, record } = setUp({ adapter });
    await enqueue('a');
    await run();
    expect(adapter.calls).toEqual(['create']);
    expect(await record('a')).toMatchObject({ status: 'failed', attempts: 1, error: { kind: 'rejected' } });
  });

  it('comes back after 30 s, 5 min, 30 min and 2 h when the quick retries are used up; then it is a dead letter', async () => {
    const adapter = adapterOf({ create: times(20, refused()) });
    const { enqueue, run, record, events } = setUp({ adapter });
    await enqueue('a');
    await run();
    expect(await record('a')).toMatchObject({
      ...{ status: 'failed', attempts: 20 },
      error: { kind: 'unavailable', message: expect.stringMatching(/^Gave up after 5 rounds of retries: /) },
    });
    const waits = secondsBetween(events.filter(({ attempt }) => attempt % 4 === 0));
    // Each round takes seven seconds of quick retries.
    for (const [n, seconds] of [37, 307, 1807, 7207].entries()) {
      expect(Math.abs((waits[n] ?? 0) - seconds)).toBeLessThan(10);
    }
  });

  it('looks before it sends again, also in a later round', async () => {
    const adapter = adapterOf({ create: [silence(), created], find: times(40, absent) });
    const { enqueue, run, record } = setUp({ adapter });
    await enqueue('a');
    await run();
    expect(await record('a')).toMatchObject({ status: 'created', attempts: 2 });
    expect(adapter.calls.indexOf('find')).toBeLessThan(adapter.calls.lastIndexOf('create'));
  });

  it('leaves a doubt to a person once every wait is used up', async () => {
    const down = new ItsmError('unavailable', 'the look-up failed');
    const adapter = adapterOf({ create: [silence()], find: times(60, down) });
    const { enqueue, run, record } = setUp({ adapter });
    await enqueue('a');
    await run();
    expect(await record('a')).toMatchObject({ status: 'needs_review', attempts: 1 });
  });

  it('takes up what another process left behind', async () => {
    const adapter = adapterOf({ create: [created], find: times(60, absent) });
    const { clock, ledger, run, record } = setUp({ adapter });
    const identity = { key: keyOf('a'), jobId: 'a', integration: 'servicenow', platform: 'servicenow' };
    const analysis = analysisOf('critical', 'a');
    await ledger.claim({
      ...{ ...identity, environment: 'TEST', severity: 'critical', leaseMs: 60_000, askedBy: 'request', analysis },
    });
    clock.advance(61_000);
    await run();
    expect(await record('a')).toMatchObject({ status: 'created' });
    expect(adapter.calls[0]).toBe('find');
  });

  it('delivers what is due where a sweep fails, as for a row that somebody else keeps locked', async () => {
    const adapter = adapterOf({ create: [created] });
    let sweeps = 0;
    const sweep = async () => {
      sweeps++;
      throw new ItsmError('ledger', 'Another transaction has locked a row.');
    };
    const { enqueue, run, record } = setUp({
      adapter,
      overrides: memory => ({ queue: { ...memory.queue, sweep } }),
    });
    await enqueue('urgent');
    await run();
    expect(await record('urgent')).toMatchObject({ status: 'created' });
    expect(sweeps).toBe(1);
  });

  it('puts an analysis that nobody can read on record as failed, and goes on', async () => {
    const { ledger, enqueue, run, record, problems } = setUp({ adapter: adapterOf({ create: [created] }) });
    const identity = { key: keyOf('a'), jobId: 'a', integration: 'servicenow', platform: 'servicenow' };
    await ledger.queue.enqueue([{ ...identity, environment: 'TEST', severity: 'low', analysis: { job: { id: 'a' } } }]);
    await enqueue('b');
    await run();
    expect(await record('a')).toMatchObject({
      ...{ status: 'failed' },
      error: { kind: 'input', message: expect.stringContaining('job.title: is required') },
    });
    expect(await record('b')).toMatchObject({ status: 'created' });
    expect(problems).toHaveLength(1);
  });

  it('outlives a ledger that is away', async () => {
    let away = 5;
    const gone = new ItsmError('ledger', 'The connection was lost.');
    const { enqueue, run, record, problems } = setUp({
      adapter: adapterOf({ create: [created] }),
      overrides: ({ queue }) => ({
        queue: { ...queue, take: async (lane, batch) => (away-- > 0 ? Promise.reject(gone) : queue.take(lane, batch)) },
      }),
    });
    await enqueue('a');
    await run();
    expect(await record('a')).toMatchObject({ status: 'created' });
    expect(problems.map(({ error }) => error)).toEqual(times(5, gone));
  });

  it('writes a result that the ledger did not take at first', async () => {
    let away = 3;
    const gone = new ItsmError('ledger', 'The connection was lost.');
    const adapter = adapterOf({ create: [created] });
    const { enqueue, run, record } = setUp({
      adapter,
      overrides: memory => ({
        settle: async (token, settlement) => (away-- > 0 ? Promise.reject(gone) : memory.settle(token, settlement)),
      }),
    });
    await enqueue('a');
    await run();
    expect(await record('a')).toMatchObject({ status: 'created', attempts: 1 });
    expect(adapter.calls).toEqual(['create']);
  });

  it('takes nothing more once it is told to stop, and lets what is in flight finish', async () => {
    const context: { stop?: () => void } = {};
    const adapter = adapterOf({
      create: [
        async () => {
          context.stop?.();
          await new Promise(resolve => setImmediate(resolve));
          return created;
        },
      ],
    });
    const { enqueue, run, stop, ledger } = setUp({ adapter, policy: { limits: { ...policy.limits, concurrency: 1 } } });
    context.stop = () => stop.abort();
    for (const job of ['a', 'b']) await enqueue(job);
    await run();
    expect((await ledger.deliveries({})).map(({ status }) => status)).toEqual(['created', 'pending']);
  });

  it('does not sit out a retry once it is told to stop: the delivery is due at once', async () => {
    const context: { stop?: () => void } = {};
    const adapter = adapterOf({
      create: [
        () => {
          context.stop?.();
          throw refused();
        },
      ],
    });
    const { enqueue, run, stop, record, clock } = setUp({ adapter });
    context.stop = () => stop.abort();
    await enqueue('a');
    await run();
    const found = await record('a');
    expect(found).toMatchObject({ status: 'pending', attempts: 1 });
    expect((found?.notBefore?.getTime() ?? 0) - clock.now().getTime()).toBeLessThan(1_500);
  });

  it('works on nothing that is a dry run', async () => {
    const adapter = adapterOf({ writes: false });
    const { enqueue, run, record } = setUp({ adapter });
    await enqueue('a');
    await run({}, 1);
    expect(adapter.calls).toEqual([]);
    expect(await record('a')).toMatchObject({ status: 'pending' });
  });
});
