import type { DeliveryStatus, Failure, Severity, TicketRef, Warning } from '@itsm-bridge/core';
import { EntitySchema } from 'typeorm';

/** The columns that a reader needs, named as in the table, so that a row from a statement and one from TypeORM are alike. */
export interface DeliveryRow {
  readonly key: string;
  readonly job_id: string;
  readonly integration: string;
  readonly platform: string;
  readonly environment: string;
  readonly severity: Severity;
  readonly title: string | null;
  readonly fingerprint: string | null;
  readonly status: DeliveryStatus;
  readonly ticket_id: string | null;
  readonly platform_id: string | null;
  readonly names: TicketRef['names'] | null;
  readonly url: string | null;
  readonly twins: readonly TicketRef[];
  readonly attempts: number;
  readonly rounds: number;
  readonly error: Failure | null;
  readonly warnings: readonly Warning[];
  readonly not_before: Date | null;
  readonly follow_ups_due: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export const deliveryEntity = new EntitySchema<DeliveryRow>({
  name: 'delivery',
  tableName: 'deliveries',
  columns: {
    key: { type: 'text', primary: true },
    job_id: { type: 'text' },
    integration: { type: 'text' },
    platform: { type: 'text' },
    environment: { type: 'text' },
    severity: { type: 'text' },
    title: { type: 'text', nullable: true },
    fingerprint: { type: 'text', nullable: true },
    status: { type: 'text' },
    ticket_id: { type: 'text', nullable: true },
    platform_id: { type: 'text', nullable: true },
    names: { type: 'jsonb', nullable: true },
    url: { type: 'text', nullable: true },
    twins: { type: 'jsonb' },
    attempts: { type: 'integer' },
    rounds: { type: 'integer' },
    error: { type: 'jsonb', nullable: true },
    warnings: { type: 'jsonb' },
    not_before: { type: 'timestamptz', nullable: true },
    follow_ups_due: { type: 'timestamptz', nullable: true },
    created_at: { type: 'timestamptz' },
    updated_at: { type: 'timestamptz' },
  },
});
