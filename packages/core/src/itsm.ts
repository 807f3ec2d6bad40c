import type { Registry as MetricsRegistry } from 'prom-client';
import type { Analysis } from './analysis.ts';
import type { IntegrationCheck } from './check/check-offline.ts';
import type {
  ChangeDelivery,
  Delivery,
  DeliveryQuery,
  DeliveryRecord,
  Fields,
  ItsmEvent,
  LaneState,
  PlatformField,
  QueueDepth,
} from './contracts.ts';
import type { Preview, PreviewOptions } from './preview.ts';
import type { WorkOptions } from './work/worker.ts';

export interface NewAttachment {
  /** As it is called on the ticket: without a folder. */
  readonly name: string;
  readonly content: Uint8Array;
  /** @default 'application/octet-stream' */
  readonly mediaType?: string;
}
/**
 * What is to happen to the tickets: reopened first, resolved last; fields, attachment and note in between. After a file that
 * could not be attached the rest is not done.
 */
export interface NewChange {
  /**
   * The same id again adds nothing. Without one a note is known by its text, so that the same note twice is one note: give
   * an id to have it there twice. The other changes can be repeated, and are sent each time.
   */
  readonly id?: string;
  /** Markdown. Internal unless the integration's `audience` is `customer`. */
  readonly note?: string;
  readonly fields?: Fields;
  /** Known by its name and content without an id: the same file again is the same attachment. */
  readonly attach?: NewAttachment;
  /** Into the state that the platform counts as done; fields go with it. Never together with `reopen`. */
  readonly resolve?: true | Fields;
  readonly reopen?: true | Fields;
}
export interface CallOptions {
  /** Ends waits and requests; what is in flight then goes on record as unknown. */
  readonly signal?: AbortSignal;
}
export interface CheckOptions extends CallOptions {
  /** @default a built-in analysis with every member that the documentation names */
  readonly sample?: unknown;
  readonly online?: boolean;
}
export interface CreateOptions extends CallOptions {
  /** Stays until an unknown outcome is settled, which takes as long as the integration's settle window. */
  readonly wait?: boolean;
}
export interface EnqueueOptions extends CallOptions {
  /**
   * Of the host, on the ledger's database: the analysis is queued with its commit, and never heard of with its rollback.
   * A client of `pg`, or the entity manager or query runner of a TypeORM transaction.
   */
  readonly transaction?: unknown;
}
/** Which dead letters: one by its key, or all that failed. */
export type ReplayQuery = { readonly key: string } | { readonly failed: true };
export interface ReviewOptions extends CallOptions {
  /** Who decided, for the record. */
  readonly by: string;
  /** Why it is rejected. */
  readonly reason?: string;
}
export interface FollowOptions extends CallOptions {
  /** Events with a larger id. @default those that happen from now on */
  readonly after?: bigint;
  /** Between two looks where no news comes: a connection can go silent without an error. @default 5_000 */
  readonly pollMs?: number;
}
export interface LaneReport extends LaneState {
  readonly integration: string;
  readonly depth: QueueDepth;
}

/** What a worker holds. */
export interface Itsm {
  /** The specification's metrics, on the host's own registry where it gave one. */
  readonly metrics: MetricsRegistry;
  /** Checks a value's shape. @throws ItsmError kind `input` that names the path, what was found and what is accepted. */
  parseAnalysis(value: unknown): Analysis;
  /**
   * One delivery per integration, made side by side. The same analysis again answers with the same tickets.
   * A failing integration never rejects the call: its delivery says so.
   *
   * @throws ItsmError kinds `input` (not an analysis) and `ledger` (the ledger is not there).
   */
  createTickets(analysis: unknown, options?: CreateOptions): Promise<readonly Delivery[]>;
  /**
   * Puts the analysis on record for every integration, to be delivered by whoever works. Nothing is sent by this call; an
   * integration in dry run is rehearsed at once.
   *
   * @throws ItsmError kinds `input` (not an analysis, or no transaction) and `ledger`.
   */
  enqueue(analysis: unknown, options?: EnqueueOptions): Promise<readonly Delivery[]>;
  /** Delivers what is queued, until the signal. Any number of processes may work on one ledger. */
  work(options: WorkOptions): Promise<void>;
  /**
   * A later change of every ticket of the job. A ticket that refuses never rejects the call: its delivery says so.
   * @throws ItsmError kinds `input` (the job has no ticket, or there is nothing to change) and `ledger`.
   */
  updateTickets(jobId: string, change: NewChange, options?: CallOptions): Promise<readonly ChangeDelivery[]>;
  /**
   * Delivers again what has no ticket, as it was handed in: dead letters, what waits for a review or for its time. Of all
   * that failed, one that cannot be read is told as failed, and the next one follows.
   *
   * @throws ItsmError kind `input`: nothing is on record under that key, or it has its ticket.
   */
  replay(query: ReplayQuery, options?: CallOptions): AsyncIterable<Delivery>;
  /**
   * Sends what no look-up could settle: looks once more, and creates where nothing is found.
   *
   * @throws ItsmError kind `input`
   */
  approve(key: string, options: ReviewOptions): Promise<Delivery>;
  /** Nothing is to be sent: the delivery has failed, with the reason. @throws ItsmError kind `input` */
  reject(key: string, options: ReviewOptions): Promise<DeliveryRecord>;
  /**
   * Holds the integration's deliveries back, in all processes.
   *
   * @throws ItsmError kind `input`: there is none of that name
   */
  pause(integration: string, by: string): Promise<void>;
  /** Ends a pause, and closes the breaker. @throws ItsmError kind `input` */
  resume(integration: string): Promise<void>;
  /** Of each enabled integration: what holds it back, and how much waits. */
  lanes(): Promise<readonly LaneReport[]>;
  /** Events in the order of their ids, each once, until the signal: from any process, resumable from any id. */
  events(options?: FollowOptions): AsyncIterable<ItsmEvent>;
  /** The exact requests, without sending. @throws ItsmError */
  preview(analysis: unknown, options?: Partial<PreviewOptions>): Promise<readonly Preview[]>;
  /**
   * Renders, maps and prepares a sample analysis with every integration; online it also asks each platform, reads only.
   * @throws ItsmError kind `input`: the given sample is no analysis.
   */
  check(options?: CheckOptions): Promise<readonly IntegrationCheck[]>;
  /**
   * The fields that the platform takes for a new ticket, with the values that it allows; reads only.
   * @throws ItsmError kind `input`: no such integration, or one whose plugin cannot tell; else as the platform answered.
   */
  fields(integration: string, options?: CallOptions): Promise<readonly PlatformField[]>;
  /** What is on record, oldest first. */
  deliveries(query?: DeliveryQuery): Promise<readonly DeliveryRecord[]>;
  /** Waits for what is in flight, then closes adapters, sinks and ledger. */
  close(): Promise<void>;
}
