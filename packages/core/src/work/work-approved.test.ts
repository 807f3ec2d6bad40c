import { expect, it } from 'vitest';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { analysisOf, connectedTo, keyOf, ticket } from '../__tests__/samples.ts';
import { created, found, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { ItsmError } from '../itsm-error.ts';
import { createPipeline } from '../pipeline.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';
import { createOnce } from '../send/create-once.ts';
import { type WorkProblem, work } from './worker.ts';

const missing = new ItsmError('config', 'servicenow.password: the variable SERVICENOW_PASSWORD is not set');

/** Works for `minutes` of the fake clock on an integration in dry run, whose live twin fails to connect `failures` times. */
async function worked({
  approved,
  taken,
  failures = 0,
  minutes = 5,
}: {
  approved: boolean;
  /** By whoever approved it. */
  taken?: 'and sent' | 'and left';
  failures?: number;
  minutes?: number;
}) {
  const clock = fakeClock();
  const memory = createMemoryLedger({ clock });
  const stop = new AbortController();
  const end = clock.now().getTime() + minutes * 60_000;
  const sleep = async (ms: number, signal: AbortSignal) => {
    await clock.sleep(ms, signal);
    if (clock.now().getTime() > end) stop.abort();
  };
  const wait = (_: unknown, ms: number, signal: AbortSignal) => sleep(ms, signal).catch(() => {});
  const ledger = { ...memory, queue: { ...memory.queue, wait } };
  const identity = { key: keyOf('a'), jobId: 'a', integration: 'servicenow', platform: 'servicenow' };
  const delivery = { ...identity, environment: 'TEST', severity: 'low', analysis: analysisOf('low', 'a') } as const;
  const adapter = scriptedAdapter({ create: [created], find: [found] });
  const payload = adapter.prepare({ ...connectedTo(adapter).draft(analysisOf('low', 'a')) });
  const event = {
    ...identity,
    type: 'ticket-dry-run',
    at: clock.now(),
    dryRun: true,
    attempt: 0,
    durationMs: 0,
  } as const;
  if (approved) {
    const dryRun = { ...delivery, payload, warnings: [], unresolved: [] };
    const { record } = await memory.dryRuns.record(dryRun, { ...event, warnings: [] });
    await memory.dryRuns.decide(record.id, { kind: 'approved', by: 'anna', delivery });
  } else await memory.queue.enqueue([delivery]);
  const claim = taken && (await memory.claim({ ...delivery, leaseMs: 60_000, askedBy: 'person' }));
  if (claim?.status === 'claimed' && taken === 'and sent') {
    const outcome = { kind: 'created', ticket, warnings: [] } as const;
    const told = { ...event, type: 'ticket-created', warnings: [] } as const;
    await memory.settle(claim.token, { outcome, attempts: 1, rounds: 0, event: told });
  }

  let connects = 0;
  const live = {
    async connect() {
      connects += 1;
      if (connects <= failures) throw missing;
      return connectedTo(adapter);
    },
    close: async () => {},
  };
  const rehearsing = { ...connectedTo(scriptedAdapter({ writes: false })), live };
  const problems: WorkProblem[] = [];
  const deliver = createPipeline({
    ledger,
    sink: { emit() {} },
    clock,
    createOnce: createOnce({ clock, random: () => 0.5 }),
  });
  await work(
    { ledger, connected: [rehearsing], deliver, clock: { ...clock, sleep } },
    { signal: stop.signal, onProblem: problem => problems.push(problem) },
  );
  const [record] = await memory.deliveries({});
  return { connects, problems, status: record?.status, calls: adapter.calls };
}

it('is not connected while nothing is approved, and takes nothing that waits from when it was live', async () => {
  expect(await worked({ approved: false })).toEqual({ connects: 0, problems: [], status: 'pending', calls: [] });
});

it('is connected once for what is approved', async () => {
  expect(await worked({ approved: true })).toEqual({ connects: 1, problems: [], status: 'created', calls: ['create'] });
});

it('is not connected for what whoever approved it has sent', async () => {
  const done = { connects: 0, problems: [], status: 'created', calls: [] };
  expect(await worked({ approved: true, taken: 'and sent', failures: 99 })).toEqual(done);
});

it('looks for what a process has left that was at it', async () => {
  const left = await worked({ approved: true, taken: 'and left', failures: 1 });
  expect(left).toMatchObject({ connects: 2, status: 'found', calls: ['find'] });
});

it('says which secret is missing, rests for a minute, and leaves the delivery for whoever has it', async () => {
  const { connects, problems, status } = await worked({ approved: true, failures: 99 });
  expect(status).toBe('pending');
  expect(connects).toBe(problems.length);
  expect(connects).toBeGreaterThan(3);
  expect(connects).toBeLessThan(7);
  expect(problems[0]).toEqual({ integration: 'servicenow', error: missing });
  expect(await worked({ approved: true, failures: 2 })).toMatchObject({ connects: 3, status: 'created' });
});
