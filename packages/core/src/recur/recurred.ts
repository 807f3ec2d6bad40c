import type { LiveOutcome, TicketRef, Warning } from '../contracts.ts';

export type Happened = 'noted' | 'reopened' | 'ignored' | 'wont-fix';

const words: Readonly<Record<Happened, string>> = {
  noted: 'a note was added to it, and no ticket created',
  reopened: 'it was reopened and a note added, and no ticket created',
  ignored: 'nothing was sent, since on_recurrence is "ignore"',
  'wont-fix': 'it was closed as one that will not be mended, and nothing was sent',
};

/** The end of a delivery whose problem has a ticket already. */
export function recurred(
  ticket: TicketRef,
  fingerprint: string,
  happened: Happened,
  more: readonly Warning[] = [],
): Extract<LiveOutcome, { kind: 'found' }> {
  const warning: Warning = {
    code: happened === 'wont-fix' ? 'recurrence-of-wont-fix' : 'recurrence',
    message: `The problem "${fingerprint}" has ${ticket.key} already: ${words[happened]}.`,
  };
  return { kind: 'found', ticket, twins: [], warnings: [warning, ...more] };
}
