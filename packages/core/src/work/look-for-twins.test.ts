import { describe, expect, it } from 'vitest';
import { badRequest, brokenAnswer, silence, unreadable } from '../__tests__/failures.ts';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { analysisOf, connectedTo, notAborted, policy, ticket } from '../__tests__/samples.ts';
import { absent, created, found, type Script, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import type { ItsmEvent, Lookup } from '../contracts.ts';
import { createPipeline } from '../pipeline.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';
import { createOnce } from '../send/create-once.ts';
import { lookForTwins } from './look-for-twins.ts';

const minute = 60_000;
const twin = { ...ticket, id: 'b2', key: 'INC0012346', url: 'https://example.service-now.com/INC0012346' };
const both: Lookup = { kind: 'found', ticket, twins: [twin] };

/** A ledger on which deliveries end, and the last look that a worker takes later. */
function setUp() {
  const clock = fakeClock();
  const told: ItsmEvent[] = [];
  const problems: unknown[] = [];
  const events: ItsmEvent[] = [];
  const ledger = createMemoryLedger({ clock, events });
  const sink = { emit: (event: ItsmEvent) => told.push(event) };
  const pipeline = createPipeline({
    ...{ ledger, clock, sink: { emit() {} } },
    createOnce: createOnce({ clock, random: () => 0.5 }),
  });
  const deliver = (script: Script, jobId = 'abc123') =>
    pipeline(analysisOf('critical', jobId), connectedTo(scriptedAdapter(script)), {
      ...{ askedBy: 'request', signal: notAborted },
    });
  const look = async (script: Script) => {
    const adapter = scriptedAdapter(script);
    const onProblem = (error: unknown) => problems.push(error);
    const running = { ledger, clock, sink, connected: connectedTo(adapter), onProblem };
    await lookForTwins({ ...running, stop: notAborted, cutOff: notAborted });
    return adapter;
  };
  const record = async () => (await ledger.deliveries({ jobId: 'abc123' }))[0];
  return { clock, told, events, problems, deliver, look, record };
}
const due = policy.settleWindowMs + 10 * minute;
const inDoubt: Script = { create: [silence()], find: [found] };

describe('a delivery that got its ticket after a doubt', () => {
  it('is looked for once more, ten minutes after the settle window', async () => {
    const { clock, deliver, look } = setUp();
    const began = clock.now();
    await deliver(inDoubt);
    clock.advance(due - 1000);
    expect((await look({})).calls).toEqual([]);
    clock.advance(1000);
    const { calls, lookups } = await look({ find: [found] });
    expect(calls).toEqual(['find']);
    expect(lookups[0]?.doubt).toEqual({ from: began, until: clock.now(), answered: false });
    clock.advance(due);
    expect((await look({})).calls).toEqual([]);
  });

  it('has its twins on record and told of, the ticket that counts among them', async () => {
    const { clock, deliver, look, record, told, events } = setUp();
    await deliver(inDoubt);
    clock.advance(due);
    await look({ find: [both] });
    expect(await record()).toMatchObject({ status: 'found', ticket, twins: [twin] });
    expect(told).toMatchObject([{ type: 'ticket-twins', jobId: 'abc123', ticket }]);
    expect(told[0]?.warnings).toEqual([
      {
        code: 'twin',
        message: `INC0012345 counts; INC0012346 (${twin.url}) is a second ticket of the same job: close it.`,
      },
    ]);
    expect(events.at(-1)).toEqual(told[0]);
  });

  it('keeps its ticket where an older one turns up: people have it', async () => {
    const { clock, deliver, look, record } = setUp();
    await deliver({ create: [brokenAnswer(502), created], find: [absent] });
    clock.advance(due);
    await look({ find: [{ kind: 'found', ticket: twin, twins: [ticket] }] });
    expect(await record()).toMatchObject({ status: 'created', ticket, twins: [twin] });
  });

  it('keeps its mark when the look fails, and is looked for again ten minutes later', async () => {
    const { clock, deliver, look, record, problems } = setUp();
    await deliver(inDoubt);
    clock.advance(due);
    await look({ find: [unreadable()] });
    expect(problems).toMatchObject([{ kind: 'unavailable' }]);
    clock.advance(9 * minute);
    expect((await look({})).calls).toEqual([]);
    clock.advance(minute);
    await look({ find: [both] });
    expect(await record()).toMatchObject({ twins: [twin] });
  });

  it('does not keep the others from being looked for, unless the platform is away', async () => {
    const { clock, deliver, look } = setUp();
    for (const job of ['abc123', 'b', 'c']) await deliver(inDoubt, job);
    clock.advance(due);
    expect((await look({ find: [badRequest(), found, found] })).calls).toEqual(['find', 'find', 'find']);
    for (const job of ['d', 'e']) await deliver(inDoubt, job);
    clock.advance(due);
    expect((await look({ find: [unreadable(), unreadable()] })).calls).toEqual(['find']);
  });
});

describe('a delivery that was never in doubt', () => {
  it('is not looked for', async () => {
    const { clock, deliver, look } = setUp();
    await deliver({ create: [created] });
    clock.advance(2 * due);
    expect((await look({})).calls).toEqual([]);
  });
});

it('is not looked for either while it has no ticket', async () => {
  const { clock, deliver, look } = setUp();
  await deliver({ create: [brokenAnswer(502), badRequest()], find: [absent] });
  clock.advance(2 * due);
  expect((await look({})).calls).toEqual([]);
});
