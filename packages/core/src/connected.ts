import type { Analysis } from './analysis.ts';
import type { Integration, ItsmAdapter, TicketDraft } from './contracts.ts';
import type { Lane } from './lane/create-lane.ts';
import type { Redactor } from './redact/redactor.ts';

/** An integration whose plugin is connected and whose template and rules are compiled. */
export interface Connected {
  readonly integration: Integration;
  readonly adapter: ItsmAdapter;
  readonly lane: Lane;
  readonly redactor: Redactor;
  /** The idempotency key of a job here. */
  keyOf(jobId: string): string;
  /** Render and map. @throws ItsmError kinds `template` and `mapping`. */
  draft(analysis: Analysis): TicketDraft;
}
