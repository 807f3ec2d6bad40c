import type { Registry as MetricsRegistry } from 'prom-client';
import type { Analysis } from './analysis.ts';
import type {
  CallOptions,
  CheckOptions,
  CreateOptions,
  EnqueueOptions,
  FollowOptions,
  PruneOptions,
  ReplayOptions,
  ReplayQuery,
  RestoredOptions,
  ReviewOptions,
} from './calls/call-options.ts';
import type { NewChange } from './change/new-change.ts';
import type { IntegrationCheck } from './check/check-offline.ts';
import type {
  ChangeDelivery,
  Delivery,
  DeliveryDetail,
  DeliveryPage,
  DeliveryQuery,
  DeliveryRecord,
  DeliverySearch,
  ItsmEvent,
  LaneActivity,
  LaneState,
  PlatformField,
  Pruned,
  QueueDepth,
  ScopedEventLog,
} from './contracts.ts';
import type { Deciding } from './deciding.ts';
import type { Preview, PreviewOptions } from './preview.ts';
import type { WorkOptions } from './work/worker.ts';

export interface LaneReport extends LaneState {
  readonly integration: string;
  readonly depth: QueueDepth;
}

/** What a worker holds. */
export interface Itsm extends Deciding {
  /** `$settings.environment` */
  readonly environment: string;
  /** Names of those that are enabled, as the config has them. */
  readonly integrations: readonly string[];
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
  replay(query: ReplayQuery, options?: ReplayOptions): AsyncIterable<Delivery>;
  /**
   * Sends what no look-up could settle: looks once more, and creates where nothing is found.
   *
   * @throws ItsmError kind `input`
   */
  approve(key: string, options: ReviewOptions): Promise<Delivery>;
  /** Nothing is to be sent of what waits for a review or is a dead letter: it has failed, with the reason. @throws ItsmError kind `input` */
  reject(key: string, options: ReviewOptions): Promise<DeliveryRecord>;
  /**
   * Holds the integration's deliveries back, in all processes.
   *
   * @throws ItsmError kind `input`: there is none of that name
   */
  pause(integration: string, by: string): Promise<void>;
  /** Ends a pause, and closes the breaker. @throws ItsmError kind `input` */
  resume(integration: string, by?: string): Promise<void>;
  /** Of each enabled integration: what holds it back, and how much waits. */
  lanes(): Promise<readonly LaneReport[]>;
  /** Of each enabled integration: what happened in each of the last sixty minutes, by the ledger's clock. */
  activity(): Promise<readonly LaneActivity[]>;
  /**
   * Events of this environment, dry runs among them, in the order of their ids, each once, until the signal: from any
   * process, resumable from any id.
   */
  events(options?: FollowOptions): AsyncIterable<ItsmEvent>;
  /** What `events` follows, by pages: for whoever reads it once for many. */
  readonly eventLog: ScopedEventLog;
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
  /**
   * Deliveries of this environment, newest first, a page at a time: `after` is `next` of the page before. At most 500 a page.
   *
   * @throws ItsmError kinds `input` (a limit or a place in the list that cannot be) and `ledger`
   */
  search(query: Omit<DeliverySearch, 'environment'>): Promise<DeliveryPage>;
  /** All that is on record of one delivery. @throws ItsmError kind `input`: there is none of that key in this environment. */
  delivery(key: string): Promise<DeliveryDetail>;
  /**
   * Takes out texts that are older than `$settings.retention_days`, in small batches; workers do so by themselves. What
   * proves that there was a ticket stays, so that the same analysis makes no second one.
   *
   * @throws ItsmError kinds `input` (texts are kept for good) and `ledger`
   */
  prune(options?: PruneOptions): Promise<Pruned>;
  /**
   * Says that the ledger comes from a backup: tickets made since then are not on record, and are looked for before
   * anything is sent. Every process that works on the ledger heeds it.
   *
   * @throws ItsmError kinds `input` (a backup of the future) and `ledger`
   */
  restored(options: RestoredOptions): Promise<void>;
  /** Waits for what is in flight, then closes adapters, sinks and ledger. */
  close(): Promise<void>;
}
