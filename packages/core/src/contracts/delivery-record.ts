import type { Severity } from '../analysis.ts';
import type { DeliveryStatus } from './delivery-status.ts';
import type { Warning } from './json.ts';
import type { LaneId } from './lanes.ts';
import type { Failure } from './outcome.ts';
import type { TicketRef } from './ticket.ts';

export interface DeliveryIdentity {
  readonly key: string;
  readonly jobId: string;
  readonly integration: string;
  readonly platform: string;
}

export interface DeliveryRecord extends DeliveryIdentity, LaneId {
  readonly status: DeliveryStatus;
  readonly severity: Severity;
  /** Of the job, without what `$settings.redact` takes out; absent when it is kept no more. */
  readonly title?: string;
  readonly fingerprint?: string;
  readonly ticket?: TicketRef;
  readonly twins: readonly TicketRef[];
  readonly attempts: number;
  readonly rounds: number;
  readonly error?: Failure;
  readonly warnings: readonly Warning[];
  readonly notBefore?: Date;
  /** Something that belongs to the ticket is not made yet; a worker makes it then. */
  readonly followUpsDue?: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface DeliveryQuery {
  readonly jobId?: string;
  readonly key?: string;
  readonly environment?: string;
  readonly fingerprint?: string;
  readonly integration?: string;
  readonly status?: DeliveryStatus;
  readonly since?: Date;
}

export interface DryRun extends DeliveryIdentity {
  readonly payload: unknown;
  readonly warnings: readonly Warning[];
}
