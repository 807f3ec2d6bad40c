import {
  type Call,
  type Clock,
  type Fields,
  ItsmError,
  type TicketRef,
  unlessAborted,
  type Warning,
} from '@itsm-bridge/core';
import type { Journal } from '../fields/is-journal.ts';
import { journalsIn } from '../fields/journals-in.ts';
import type { Connection } from '../instance/connection.ts';
import { readJournals } from '../look/read-journals.ts';

/** What a user may write is changed by administrators, not from ticket to ticket. */
const freshMs = 600_000;

/** An instance that just failed is not asked by each ticket that follows. */
const failedMs = 60_000;

/** What is told of the journals of a new record. */
export type WatchJournal = (ticket: TicketRef, sent: Fields, call: Pick<Call, 'signal'>) => Promise<readonly Warning[]>;

interface Look {
  /** The journals that show no entry, or are not shown; undefined where nothing could be read. */
  readonly empty: Promise<readonly Journal[] | undefined>;
  readonly until: number;
}

/**
 * The answer to a create tells nothing of a journal, which reads back empty, and an ACL on it drops the note without a word.
 * So a new record is looked at where journals show, once in ten minutes and by one of those who create at that time: the
 * right to write is the user's, not the record's. A look that fails tells nothing, and never costs the ticket.
 */
export function watchJournal(connection: Pick<Connection, 'http' | 'path'>, clock: Pick<Clock, 'now'>): WatchJournal {
  const looks = new Map<string, Look>();

  const emptyOf = async (ticket: TicketRef, sent: readonly Journal[], call: Pick<Call, 'signal'>) => {
    try {
      const journals = await readJournals(connection, ticket, call);
      return journals && sent.filter(journal => !journals[journal]?.trim());
    } catch (error) {
      if (!ItsmError.is(error)) throw error;
      return undefined;
    }
  };

  return async (ticket, fields, call) => {
    const sent = journalsIn(fields);
    if (sent.length === 0) return [];
    const kind = sent.toSorted().join();
    const now = clock.now().getTime();
    let look = looks.get(kind);
    if (!look || now >= look.until) {
      look = { empty: emptyOf(ticket, sent, call), until: now + freshMs };
      looks.set(kind, look);
    }
    // Whoever gives up has its ticket all the same.
    const empty = await unlessAborted(look.empty, call.signal).catch(() => undefined);
    if (!empty && looks.get(kind) === look) looks.set(kind, { ...look, until: now + failedMs });
    return (empty ?? []).map(field => ({
      code: 'note-unseen',
      message: `${field}: a new record shows no entry. May this user write and read ${field}?`,
      field,
    }));
  };
}
