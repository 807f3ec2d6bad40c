import type { Registry as MetricsRegistry } from 'prom-client';
import type { Analysis } from './analysis.ts';
import type { IntegrationCheck } from './check-offline.ts';
import type { ChangeDelivery, Delivery, DeliveryQuery, DeliveryRecord, Fields } from './contracts.ts';
import type { Preview, PreviewOptions } from './preview.ts';

export interface NewChange {
  /** Markdown. Internal unless the integration's `audience` is `customer`. */
  readonly note?: string;
  readonly fields?: Fields;
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
  /** A later change of every ticket of the job. @throws ItsmError kind `input`: the job has no ticket. */
  updateTickets(jobId: string, change: NewChange, options?: CallOptions): Promise<readonly ChangeDelivery[]>;
  /** The exact requests, without sending. @throws ItsmError */
  preview(analysis: unknown, options?: Partial<PreviewOptions>): Promise<readonly Preview[]>;
  /**
   * Renders, maps and prepares a sample analysis with every integration; online it also asks each platform, reads only.
   * @throws ItsmError kind `input`: the given sample is no analysis.
   */
  check(options?: CheckOptions): Promise<readonly IntegrationCheck[]>;
  /** What is on record, oldest first. */
  deliveries(query?: DeliveryQuery): Promise<readonly DeliveryRecord[]>;
  /** Waits for what is in flight, then closes adapters, sinks and ledger. */
  close(): Promise<void>;
}
