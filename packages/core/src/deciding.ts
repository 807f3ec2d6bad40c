import type { Approval } from './calls/approve-rehearsal.ts';
import type { NewAudit } from './calls/audited.ts';
import type { AuditPageQuery, LinkOptions, RehearsalQuery, ReviewOptions } from './calls/call-options.ts';
import type { AuditPage, DeliveryRecord, DryRunPage, DryRunRecord } from './contracts.ts';

/** What people decide beside the deliveries that run by themselves, and who decided what. */
export interface Deciding {
  /** What waits for a decision: the newest dry run of each key that has no ticket, newest first. @throws ItsmError kind `input` */
  rehearsals(query: RehearsalQuery): Promise<DryRunPage>;
  /** How many dry runs and deliveries wait for a person: of a hundred each, so that it costs the same however many there are. */
  countWaiting(): Promise<number>;
  /** A dry run, with its analysis. @throws ItsmError kind `input` */
  rehearsal(id: bigint): Promise<DryRunRecord>;
  /**
   * Sends exactly the payload of that dry run, once, whoever presses how often. The approval is on record before anything is
   * sent, so that a worker goes on where this process ends. Where the config has changed since, or the dry run has names
   * that only the platform knows, nothing is sent: what would be sent then is on record, to be approved.
   *
   * @throws ItsmError kinds `input`, `config` (a secret is missing; the approval stays) and `ledger`
   */
  approveRehearsal(id: bigint, options: Omit<ReviewOptions, 'reason'>): Promise<Approval>;
  /** Nothing is sent of that dry run; a later one of the same job waits again. @throws ItsmError kind `input`: somebody was first */
  rejectRehearsal(id: bigint, options: ReviewOptions): Promise<DryRunRecord>;
  /**
   * Gives a delivery without a ticket the one that a person has found: read on the platform, then on record as `found`.
   * @throws ItsmError kinds `input` (it has its ticket, there is none of that name, the plugin cannot tell); else as the platform answered
   */
  link(key: string, options: LinkOptions): Promise<DeliveryRecord>;
  /** Who did what, newest first. @throws ItsmError kind `input` */
  audit(query: AuditPageQuery): Promise<AuditPage>;
  /** Puts on record what somebody did beside these calls: a sign-in. @throws ItsmError kinds `input` (nobody is named) and `ledger` */
  record(entry: NewAudit): Promise<void>;
}
