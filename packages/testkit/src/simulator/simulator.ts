import type { TicketSource } from '../page/ticket.ts';
import type { ChaosOptions } from './chaos-options.ts';
import type { Fault } from './fault.ts';
import type { HttpsOptions } from './https-options.ts';
import type { RateLimit } from './rate-limit.ts';
import type { RecordedRequest } from './recorded-request.ts';
import type { Sleep } from './sleep.ts';

export interface SimulatorOptions {
  /** Port on 127.0.0.1. @default 0, any free one */
  readonly port?: number;
  /** Wall clock in Unix milliseconds. @default Date.now */
  readonly now?: () => number;
  /** How delays, late commits and `latencyMs` are waited for. @default a real timer, ended early by `close()` */
  readonly sleep?: Sleep;
  /** @default no limit */
  readonly rateLimit?: RateLimit;
  /** Every answer comes this many milliseconds after its request took effect. @default 0, without any timer */
  readonly latencyMs?: number;
  /**
   * How many of the newest requests `requests` and `transcript` show. A soak keeps few, so that its memory stays flat.
   * @default Infinity
   */
  readonly keepRequests?: number;
  /** @default plain HTTP */
  readonly https?: HttpsOptions;
  /** Address of a page with all tickets, for the pages of single ones to link to. @default none */
  readonly overview?: string;
}

/** A platform that runs in this process and speaks HTTP on loopback. Its state is in memory and ends with it. */
export interface Simulator extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`, without a slash at the end; `https:` with that option. */
  readonly url: string;
  /** What arrived whole, in order of arrival; as many as `keepRequests` says. */
  readonly requests: readonly RecordedRequest[];
  /** One line a request: `POST /api/now/table/incident 201`, or `dropped`, `hung`, `201 cut`, `pending` for the status. */
  readonly transcript: readonly string[];
  /** Queues a fault for the next matching requests. */
  fault(fault: Fault): void;
  /** Spoils requests by chance from now on, all but those that a fault spoils; undefined ends it. */
  chaos(options: ChaosOptions | undefined): void;
  /** How often each kind of chaos was met since the start, and `rate-limit` for the requests that the limit refused. */
  readonly met: Readonly<Record<string, number>>;
  /** The most requests that were ever under way at once: come, and neither answered nor given up on. */
  readonly mostAtOnce: number;
  /** Forgets requests, waiting faults and `mostAtOnce`; keeps tickets, chaos and `met`. */
  clearRequests(): void;
  /** What it holds, as a person sees it. */
  readonly tickets: TicketSource;
  /** Stops listening and ends every socket, kept-alive and hanging ones too. A second call waits for the first. */
  close(): Promise<void>;
}
