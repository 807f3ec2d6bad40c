import { createMemoryLedger, type NewEvent, type ScopedEventLog, systemClock } from '@itsm-bridge/core';
import { Hono } from 'hono';
import { type Listening, listen } from '../../listen.ts';
import { type EventRoutesOptions, eventRoutes } from '../event-routes.ts';

export interface EventDesk extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly ledger: ReturnType<typeof createMemoryLedger>;
  /** Puts an event on record for each. */
  happen(...events: readonly Partial<NewEvent>[]): Promise<void>;
  /** Lets every wait of so many milliseconds be over. */
  pass(ms: number): void;
  /** Ends the server, and what it serves goes on being on record. */
  readonly server: Listening;
}

export interface DeskOptions extends Partial<Omit<EventRoutesOptions, 'itsm' | 'clock'>> {
  readonly overrides?: (log: ScopedEventLog) => Partial<ScopedEventLog>;
  readonly ledger?: ReturnType<typeof createMemoryLedger>;
  readonly app?: Hono;
}

const environment = 'TEST';

export const newEvent = (more: Partial<NewEvent> = {}): NewEvent => ({
  ...{ type: 'ticket-created', at: new Date('2025-10-27T10:30:00.123Z'), key: 'itsm-0', jobId: 'abc123' },
  ...{
    environment,
    integration: 'servicenow',
    platform: 'servicenow',
    dryRun: false,
    attempt: 1,
    durationMs: 450,
    warnings: [],
  },
  ...more,
});

/** The routes over HTTP, on a ledger of the process; time stands still. */
export async function openDesk(options: DeskOptions = {}): Promise<EventDesk> {
  const { overrides = () => ({}), ledger = createMemoryLedger({ clock: systemClock }), app = new Hono() } = options;
  const clock = stoppedClock();
  const own: ScopedEventLog = {
    ...ledger.eventLog,
    page: (after, limit) => ledger.eventLog.page(after, limit, { environment }),
  };
  const eventLog = { ...own, ...overrides(own) };
  const server = await listen(app.route('/', eventRoutes({ ...options, itsm: { eventLog }, clock })), 0);
  return {
    server,
    ledger,
    port: server.port,
    url: `http://127.0.0.1:${server.port}/events`,
    async happen(...events) {
      for (const event of events) await ledger.append(newEvent(event));
    },
    pass: clock.pass,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function stoppedClock() {
  const sleeping = new Set<{ readonly ms: number; readonly wake: () => void }>();
  return {
    sleep: (ms: number, signal: AbortSignal) =>
      new Promise<void>((wake, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const sleeper = { ms, wake };
        sleeping.add(sleeper);
        signal.addEventListener('abort', () => {
          sleeping.delete(sleeper);
          reject(signal.reason);
        });
      }),
    pass(ms: number) {
      for (const sleeper of [...sleeping]) {
        if (sleeper.ms !== ms) continue;
        sleeping.delete(sleeper);
        sleeper.wake();
      }
    },
  };
}
