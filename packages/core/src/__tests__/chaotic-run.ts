import type { AskedBy, Delivery, DeliveryPolicy, ItsmEvent } from '../contracts.ts';
import { createPipeline } from '../pipeline.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';
import { createOnce } from '../send/create-once.ts';
import { chaoticPlatform } from './chaotic-platform.ts';
import { fakeClock } from './fake-clock.ts';
import { type MortalProcess, mortalProcess } from './mortal-process.ts';
import { analysisOf, connectedTo, keyOf, lane } from './samples.ts';
import { seededRandom } from './seeded-random.ts';

export interface ChaoticRun {
  readonly final: Delivery;
  readonly refuses: boolean;
  readonly taken: number;
  readonly events: readonly ItsmEvent[];
  /** What broke a promise, in words. Empty when all were kept. */
  readonly violations: readonly string[];
  readonly log: readonly string[];
}

const final: ReadonlySet<Delivery['status']> = new Set(['created', 'found', 'failed', 'needs_review']);
/** Some longer than a lease, some than the settle window. */
const pauses = [0, 1000, 60_000, 301_000, 900_000] as const;
const askers: readonly AskedBy[] = ['request', 'request', 'schedule', 'schedule', 'person'];
const broken = { error: { kind: 'held', message: 'The breaker is open.' }, baseMs: 30_000, maxMs: 300_000 } as const;

/**
 * Delivers one analysis again and again, for callers, workers and people, in a lane that closes and opens, on a platform
 * and in processes where everything goes wrong, until they calm down. After each call the answer is held against what the
 * platform has really done.
 */
export async function chaoticRun(seed: number, policy: DeliveryPolicy, searchLagMs: number): Promise<ChaoticRun> {
  const random = seededRandom(seed);
  const clock = fakeClock();
  const events: ItsmEvent[] = [];
  const ledger = createMemoryLedger({ clock, events });
  const lines: string[] = [];
  const log = (line: string) => lines.push(`${clock.now().toISOString().slice(11, 23)} ${line}`);
  const refuses = random() < 0.1;
  const { settleWindowMs } = policy;
  const platform = chaoticPlatform({ clock, random, settleWindowMs, refuses, searchLagMs, log });
  const violations: string[] = [];
  const frozen: { readonly process: MortalProcess; readonly running: Promise<Delivery> }[] = [];

  const judge = ({ status, ticket }: Delivery) => {
    log(`= ${status} ${ticket?.key ?? ''}`);
    const taken = platform.taken();
    if (taken.length > 1) violations.push(`${taken.length} tickets`);
    if ((status === 'failed' || status === 'pending') && taken.length > 0) violations.push(`${status}, with a ticket`);
    const exists = ticket !== undefined && platform.exists(ticket.id);
    if ((status === 'created' || status === 'found') && !exists) violations.push(`${status}, without a ticket`);
  };

  const call = async (deathRate: number, askedBy: AskedBy): Promise<Delivery | 'gone'> => {
    const controller = new AbortController();
    const process = mortalProcess({ ledger, adapter: platform.adapter, clock, random, deathRate, log });
    const impatient = {
      ...process.clock,
      sleep(ms: number, signal: AbortSignal) {
        if (deathRate > 0 && random() < 0.05) controller.abort();
        return process.clock.sleep(ms, signal);
      },
    };
    const once = createOnce({ clock: impatient, random });
    const deliver = createPipeline({ ledger: process.ledger, sink: { emit() {} }, clock, createOnce: once });
    const connected = connectedTo(process.adapter);
    const integration = { ...connected.integration, policy };
    log(`deliver, asked by ${askedBy}`);
    const { signal } = controller;
    const running = deliver(analysisOf('critical'), { ...connected, integration }, { askedBy, signal });
    const end = await Promise.race([running, process.gone]);
    if (process.frozen()) frozen.push({ process, running });
    if (end !== 'gone') judge(end);
    return end;
  };

  const wakeOne = async () => {
    const one = frozen.shift();
    one?.process.wake();
    if (one) judge(await one.running);
  };

  const turnTheLane = async () => {
    const turn = random();
    if (turn < 0.1) await ledger.lanes.trip(lane.id, broken);
    else if (turn < 0.2) await ledger.lanes.pause(lane.id, { kind: 'held', message: 'Paused by a person.' });
    else if (turn < 0.3) await ledger.lanes.closeBreaker(lane.id);
    else if (turn < 0.6) await ledger.lanes.resume(lane.id);
    const { paused, breaker } = await ledger.lanes.state(lane.id);
    if (paused || breaker) log(paused ? 'the lane is paused' : 'the breaker is open');
  };

  for (let calls = 1 + Math.floor(random() * 8); calls > 0; calls--) {
    await turnTheLane();
    await call(0.05, askers[Math.floor(random() * askers.length)] ?? 'request');
    clock.advance(pauses[Math.floor(random() * pauses.length)] ?? 0);
    if (random() < 0.3) await wakeOne();
  }
  log('calm');
  platform.calm();
  await ledger.lanes.resume(lane.id);
  while (frozen.length > 0) await wakeOne();
  let answer = await call(0, 'person');
  for (let more = 5; more > 0 && (answer === 'gone' || !final.has(answer.status)); more--) {
    clock.advance(policy.leaseMs + settleWindowMs + searchLagMs + 3_600_000);
    answer = await call(0, 'person');
  }
  if (answer === 'gone') throw new Error('A process died although it could not.');
  if (events.filter(({ type }) => type === 'ticket-created').length > 1) violations.push('told of two creations');
  const [record, ...others] = await ledger.deliveries({});
  if (record?.status !== answer.status || others.length > 0) violations.push(`on record as ${record?.status}`);
  if (record?.key !== keyOf('abc123')) violations.push('on record under another key');
  return { final: answer, refuses, taken: platform.taken().length, events, violations, log: lines };
}
