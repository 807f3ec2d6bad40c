import { describe, expect, it } from 'vitest';
import { eventOfType } from '../__tests__/event-of-type.ts';
import { type FakeClock, fakeClock } from '../__tests__/fake-clock.ts';
import type { EventLog, ItsmEvent, NewEvent } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { deliveryKey } from './delivery-key.ts';
import { followEvents } from './follow-events.ts';
import { createMemoryLedger } from './memory/create-memory-ledger.ts';

const gone = new ItsmError('ledger', 'The connection was lost.');
const pollMs = 5_000;
const news = (jobId: string, environment = 'TEST'): NewEvent => eventOfType('ticket-created', { jobId, environment });

interface SetUp {
  readonly overrides?: (log: EventLog) => Partial<EventLog>;
  readonly clock?: FakeClock;
}

/** A log that events can be put in, and somebody who reads `count` of them. */
function setUp({ overrides = () => ({}), clock = fakeClock() }: SetUp = {}) {
  const ledger = createMemoryLedger({ clock });
  const log = { ...ledger.eventLog, ...overrides(ledger.eventLog) };
  const happenIn = async (environment: string, ...jobs: readonly string[]) => {
    for (const job of jobs) await ledger.append(news(job, environment));
  };
  const happen = (...jobs: readonly string[]) => happenIn('TEST', ...jobs);
  const stop = new AbortController();
  const follow = (after?: bigint) =>
    followEvents(log, {
      ...{ pollMs, signal: stop.signal, sleep: clock.sleep, scope: { environment: 'TEST' } },
      ...(after === undefined ? {} : { after }),
    });
  const read = async (count: number, after?: bigint, busy: (event: ItsmEvent) => Promise<void> = async () => {}) => {
    const seen: string[] = [];
    for await (const event of follow(after)) {
      seen.push(event.jobId);
      await busy(event);
      if (seen.length === count) stop.abort();
    }
    return seen;
  };
  return { clock, happen, happenIn, append: ledger.append, read, stop, follow };
}

describe('followEvents', () => {
  it('gives every event after the id, once, in their order', async () => {
    const { happen, read } = setUp();
    await happen('a', 'b', 'c', 'd');
    expect(await read(3, 1n)).toEqual(['b', 'c', 'd']);
  });

  it('reads more than a page, without waiting between pages', async () => {
    const { happen, read, clock } = setUp();
    const jobs = Array.from({ length: 1_200 }, (_, n) => `job-${n}`);
    await happen(...jobs);
    expect(await read(1_200, 0n)).toEqual(jobs);
    expect(clock.waits).toEqual([]);
  });

  it('begins with what happens from now on, where no id is given', async () => {
    const context: { later?: () => Promise<void> } = {};
    const overrides = (log: EventLog): Partial<EventLog> => ({
      async wait() {
        await context.later?.();
      },
      lastId: log.lastId,
    });
    const { happen, read } = setUp({ overrides });
    await happen('before');
    context.later = () => happen('after');
    expect(await read(1)).toEqual(['after']);
  });

  it('goes on past the events of others, and does not look at them again', async () => {
    const asked: bigint[] = [];
    const context: { later?: () => Promise<void> } = {};
    const overrides = (log: EventLog): Partial<EventLog> => ({
      page(id, limit, scope) {
        asked.push(id);
        return log.page(id, limit, scope);
      },
      wait: async () => context.later?.(),
    });
    const { happen, happenIn, read } = setUp({ overrides });
    await happenIn('PROD', 'a', 'b', 'c');
    context.later = () => happen('d');
    expect(await read(1, 0n)).toEqual(['d']);
    expect(asked).toEqual([0n, 3n, 3n]);
  });

  it('knows those of an older version, which say no environment, by their key', async () => {
    const { append, read } = setUp();
    for (const environment of ['PROD', 'TEST']) {
      const own = { integration: 'servicenow', jobId: `of ${environment}` };
      await append(eventOfType('ticket-dry-run', { ...own, key: deliveryKey({ ...own, environment }), attempt: 7 }));
    }
    expect(await read(1, 0n)).toEqual(['of TEST']);
  });

  it('looks at once for what came while its reader was busy', async () => {
    const { happen, read, clock } = setUp();
    await happen('a');
    const busy = ({ jobId }: ItsmEvent) => (jobId === 'a' ? happen('b') : Promise.resolve());
    expect(await read(2, 0n, busy)).toEqual(['a', 'b']);
    expect(clock.waits).toEqual([]);
  });

  it.each(['lastId', 'page', 'wait'] as const)(
    'waits for a ledger that is away at %s, and misses nothing',
    async call => {
      let away = 3;
      const context: { later?: () => Promise<void> } = {};
      const overrides = (log: EventLog): Partial<EventLog> => {
        const asked = { ...log, wait: async () => context.later?.() };
        const failing = async (...args: readonly never[]) =>
          away-- > 0 ? Promise.reject(gone) : (asked[call] as (...args: readonly never[]) => Promise<never>)(...args);
        return { ...asked, [call]: failing };
      };
      const { happen, read, clock } = setUp({ overrides });
      context.later = () => happen('a');
      expect(await read(1)).toEqual(['a']);
      expect(clock.waits).toEqual([pollMs, pollMs, pollMs]);
    },
  );

  it('throws what is no absence of the ledger', async () => {
    const { follow } = setUp({ overrides: () => ({ page: () => Promise.reject(new TypeError('defect')) }) });
    await expect(follow(0n)[Symbol.asyncIterator]().next()).rejects.toThrow('defect');
  });

  it.each([
    ['while it waits for news', {}],
    ['while the ledger is away', { page: () => Promise.reject(gone) }],
  ])('ends with the signal %s', async (_, broken) => {
    const clock = fakeClock();
    const context: { stop?: AbortController } = {};
    const ending: FakeClock = { ...clock, sleep: async () => context.stop?.abort() };
    const { follow, stop } = setUp({ clock: ending, overrides: () => broken });
    context.stop = stop;
    expect(await follow(0n)[Symbol.asyncIterator]().next()).toEqual({ done: true, value: undefined });
  });

  it('gives no further event once the signal has fired', async () => {
    const { happen, read } = setUp();
    await happen('a', 'b', 'c');
    expect(await read(1, 0n)).toEqual(['a']);
  });
});
