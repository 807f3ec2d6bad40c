import type { RequestPreview } from './adapter-answers.ts';
import type { AuditEntry } from './audit-log.ts';
import type { ChangeRecord } from './change-record.ts';
import type { DeliveryRecord } from './delivery-record.ts';
import type { DryRunRecord } from './dry-run-log.ts';
import type { ItsmEvent } from './event.ts';
import type { SentPayload } from './sent-payload.ts';

/** All that is on record of one delivery. */
export interface DeliveryDetail {
  readonly record: DeliveryRecord;
  /** As it was handed in; undefined: kept no more. */
  readonly analysis?: unknown;
  /** What was sent last. Absent before a send, after a crash in the middle of one, and when it is kept no more. */
  readonly sent?: SentPayload & {
    /** That carries the payload, sign-in masked. Absent where the config has no such integration any more. */
    readonly request?: RequestPreview;
  };
  /** The newest 200, oldest first: each attempt, wait, look-up and warning. */
  readonly events: readonly ItsmEvent[];
  /** The newest 200, oldest first. */
  readonly changes: readonly ChangeRecord[];
  /** The newest 20, newest first, without the analyses. */
  readonly dryRuns: readonly DryRunRecord[];
  /** Who did what with it: the newest 50, newest first. */
  readonly audit: readonly AuditEntry[];
}
