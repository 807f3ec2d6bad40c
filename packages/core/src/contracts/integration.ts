import type { Severity } from '../analysis.ts';
import type { MappingRules } from './field-mapper.ts';
import type { TemplateSource } from './template-renderer.ts';

export interface Integration<Settings = unknown> {
  readonly name: string;
  readonly plugin: string;
  readonly enabled: boolean;
  /** Config members that are true and name a decorator: `['dry_run']`. */
  readonly decorators: readonly string[];
  readonly settings: Settings;
  readonly rules: MappingRules;
  /** The integration's own template; without it a given report is the body, else the plugin's template renders one. */
  readonly template: TemplateSource | undefined;
  readonly policy: DeliveryPolicy;
  readonly transport: Transport;
  readonly audience: Audience;
}

export type Audience = 'internal' | 'customer';

export interface DeliveryPolicy {
  /** Sends after the first one. 0 to 10. */
  readonly maxRetries: number;
  /** The first wait; each further wait is twice the one before. */
  readonly baseMs: number;
  /** A Retry-After beyond this frees the worker: the delivery stays `pending` until it is due. */
  readonly retryAfterCapMs: number;
  /** After the quick retries of a run are used up, a worker runs again after these waits; then it is a dead letter. */
  readonly laterMs: readonly number[];
  readonly limits: DeliveryLimits;
  readonly onUnresolved: Readonly<Record<Severity, 'recreate' | 'review'>>;
  /** What becomes of an analysis whose problem, known by its fingerprint, has a ticket already. */
  readonly onRecurrence: 'create' | 'comment' | 'reopen' | 'ignore';
  /** A ticket that has been done for longer is not reopened. */
  readonly reopenWithinMs: number;
  /** How long a request that was never answered may still take effect on the platform. */
  readonly settleWindowMs: number;
  /** How long a claim holds without renewal; longer than the longest possible round of look-up and send. */
  readonly leaseMs: number;
}

export interface DeliveryLimits {
  /** Requests to the platform, shared by all processes on one ledger; undefined: no limit of ours. */
  readonly requestsPerSecond: number | undefined;
  /** Requests of this process that are under way at once, and deliveries side by side in one worker. */
  readonly concurrency: number;
  /** Tickets in any hour, shared by all processes on one ledger. */
  readonly ticketsPerHour: number | undefined;
}

export interface Transport {
  readonly connectTimeoutMs: number;
  readonly readTimeoutMs: number;
  readonly maxResponseBytes: number;
  readonly proxy: string | undefined;
  readonly tls: { readonly ca?: string; readonly cert?: string; readonly key?: string };
}
