import type { EventType, ItsmEvent, NewEvent } from '@itsm-bridge/core';

export interface EventRow {
  readonly id: string;
  readonly type: EventType;
  readonly at: Date;
  /** Null in events of older versions. */
  readonly environment: string | null;
  readonly key: string;
  readonly job_id: string;
  readonly integration: string;
  readonly platform: string;
  readonly data: {
    readonly dry_run: boolean;
    readonly attempt: number;
    readonly duration_ms: number;
    readonly not_before?: string;
    readonly looked?: NewEvent['looked'];
    readonly ticket?: NewEvent['ticket'];
    readonly error?: NewEvent['error'];
    readonly payload?: unknown;
    readonly warnings: NewEvent['warnings'];
  };
}

/** The event as it was appended. */
export function eventOfRow({
  id,
  type,
  at,
  environment,
  key,
  job_id,
  integration,
  platform,
  data,
}: EventRow): ItsmEvent {
  const { dry_run, attempt, duration_ms, not_before, looked, ticket, error, payload, warnings } = data;
  return {
    ...{ id: BigInt(id), type, at, key, jobId: job_id, integration, platform },
    ...{ dryRun: dry_run, attempt, durationMs: duration_ms, warnings },
    ...(environment === null ? {} : { environment }),
    ...(not_before ? { notBefore: new Date(not_before) } : {}),
    ...(looked ? { looked } : {}),
    ...(ticket ? { ticket } : {}),
    ...(error ? { error } : {}),
    ...(payload === undefined ? {} : { payload }),
  };
}
