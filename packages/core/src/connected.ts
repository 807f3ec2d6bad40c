import type { Analysis } from './analysis.ts';
import type { Integration, ItsmAdapter, TicketDraft } from './contracts.ts';
import type { Lane } from './lane/create-lane.ts';
import type { Redactor } from './redact/redactor.ts';

export interface LiveTwin {
  /**
   * Connects it, once it is needed: secrets are read then. The next call after a failure tries again.
   * @throws ItsmError kind `config`: a secret is missing, by its name.
   */
  connect(): Promise<Connected>;
  /** Whatever was connected. */
  close(): Promise<void>;
}

/** An integration whose plugin is connected and whose template and rules are compiled. */
export interface Connected {
  readonly integration: Integration;
  readonly adapter: ItsmAdapter;
  readonly lane: Lane;
  readonly redactor: Redactor;
  /** It sends nothing but what somebody has approved. @default false */
  readonly approvedOnly?: boolean;
  /** Of an integration that a decorator keeps from writing: the same one, to send what somebody has approved. */
  readonly live?: LiveTwin;
  /** Its plugin sends nothing, whatever decorates it. @default false */
  readonly neverSends?: boolean;
  /** The idempotency key of a job here. */
  keyOf(jobId: string): string;
  /** Render and map. @throws ItsmError kinds `template` and `mapping`. */
  draft(analysis: Analysis): TicketDraft;
}
