import type { ElementContent } from 'hast';

/** A ticket as one line of a list shows it. */
export interface TicketLine {
  /** Names it within its platform, in addresses too. */
  readonly id: string;
  /** What kind of ticket it is: the label of its table, the issue type. */
  readonly type: string;
  readonly number: string;
  readonly title: string;
  /** What a person reads, never a stored value. Empty where there is none. */
  readonly status: string;
  readonly priority: string;
  /** Unix milliseconds. */
  readonly createdMs: number;
}

/** What happened to a ticket in words: a work note, a comment. */
export interface TicketEntry {
  readonly kind: string;
  readonly atMs: number;
  readonly content: readonly ElementContent[];
}

export interface TicketFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Where the platform itself gives it out. */
  readonly href: string;
}

/** All of a ticket that a person sees. Content is safe to show as it is. */
export interface Ticket extends TicketLine {
  /** The platform's own page of it. */
  readonly url: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly description: readonly ElementContent[];
  /** Oldest first. */
  readonly entries: readonly TicketEntry[];
  readonly files: readonly TicketFile[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
}

/** The tickets that a simulator holds, as a person sees them: a second door, for reading only. */
export interface TicketSource {
  readonly platform: 'ServiceNow' | 'Jira';
  /** Oldest first. */
  list(): readonly TicketLine[];
  find(id: string): Ticket | undefined;
}
