import type { Root } from 'mdast';
import type { Analysis } from '../analysis.ts';
import type { Audience } from './integration.ts';
import type { Fields, Warning } from './json.ts';
import type { Rendered } from './template-renderer.ts';

export interface TicketDraft extends Rendered {
  /** `itsm-` and 32 hex digits: the same text is the Jira label and the ServiceNow correlation_id. */
  readonly key: string;
  readonly job: Analysis['job'];
  /** The whole of it, for a plugin whose payload is a template of its own. */
  readonly analysis: Analysis;
  readonly fields: Fields;
  /** The trace in which it is delivered, 32 hex digits, for where the ticket says what it is from. Absent without one. */
  readonly traceId?: string;
}

export interface TicketRef {
  /** What the platform's API takes: sys_id, issue id. */
  readonly id: string;
  /** What people call it: INC0010001, OPS-17. */
  readonly key: string;
  readonly url: string;
  /** What the platform calls them, shown beside `ticket_id`: `{ sys_id }`, `{ jira_key }`. */
  readonly names: Readonly<Record<string, string>>;
}

export type TicketChange = { readonly id: string } & (
  | { readonly kind: 'note'; readonly body: Root; readonly audience: Audience }
  | { readonly kind: 'fields'; readonly fields: Fields }
  | { readonly kind: 'resolve' | 'reopen'; readonly fields: Fields }
  | { readonly kind: 'attach'; readonly name: string; readonly mediaType: string; readonly content: Uint8Array }
  /** The same url again is the same link: sent twice it is there once. */
  | { readonly kind: 'link'; readonly url: string; readonly title: string }
);

/** A ticket as it stands on the platform now. */
export type TicketState =
  | { readonly kind: 'open' }
  /**
   * `since` where the platform tells; `wontFix`: closed as something that will not be mended; `final`: the platform does not
   * open it again, so that a recurrence becomes a ticket of its own, whatever the policy.
   */
  | { readonly kind: 'done'; readonly since?: Date; readonly wontFix: boolean; readonly final?: boolean }
  /** Deleted, or hidden from us. */
  | { readonly kind: 'gone' };

export interface Updated {
  readonly ticket: TicketRef;
  readonly warnings: readonly Warning[];
}
