import type { Registry as MetricsRegistry } from 'prom-client';
import type { Connected } from '../connected.ts';
import type { Clock, DeliveryRecord, EventSink, Integration, Ledger } from '../contracts.ts';
import type { FollowUp } from '../follow/follow-up.ts';
import type { Deliver } from '../pipeline.ts';
import type { Redactor } from '../redact/redactor.ts';
import type { Spool } from '../spool/create-spool.ts';
import type { Update } from '../update.ts';
import type { WorkProblem } from '../work/worker.ts';

export interface OpenItsmDeps {
  readonly connected: readonly Connected[];
  readonly disabled: readonly Integration[];
  readonly environment: string;
  /** `$settings.retention_days`. @default texts are kept for good */
  readonly retentionDays?: number | undefined;
  readonly ledger: Ledger;
  readonly sink: EventSink;
  readonly clock: Clock;
  /** The registry, made when somebody asks. */
  metrics(): MetricsRegistry;
  readonly deliver: Deliver;
  readonly redactor: Redactor;
  /** @default nothing belongs to a ticket but itself */
  readonly followUp?: FollowUp;
  readonly update: Update;
  /** Where analyses wait for the ledger. @default nowhere: the caller is told at once */
  readonly spool?: Spool | undefined;
  /** Of a worker, where its host does not ask to be told. @default nobody is told */
  onWorkProblem?(problem: WorkProblem): void;
  newId(): string;
}

/** What the calls of one Itsm share. */
export interface CallDeps extends OpenItsmDeps {
  /** By the integration's name. */
  readonly byName: ReadonlyMap<string, Connected>;
  /** Environments share a ledger: whether the row is of this one. */
  isOurs(record: DeliveryRecord): boolean;
  /** `close` waits for it. */
  track<T>(work: Promise<T>): Promise<T>;
}

export const never: AbortSignal = new AbortController().signal;
