import { type Call, type Fields, ItsmError, type TicketRef, type Warning } from '@itsm-bridge/core';
import { journalsIn } from '../fields/journals-in.ts';
import type { Connection } from '../instance/connection.ts';
import { readJournals } from '../look/read-journals.ts';

/**
 * What is told of journals that were written as fields: the answer is silent on them, and an ACL drops an entry without a
 * word. Nothing is read where there are none among the fields.
 */
export async function unseenEntries(
  connection: Pick<Connection, 'http' | 'path'>,
  { ticket, fields }: { readonly ticket: TicketRef; readonly fields: Fields },
  call: Pick<Call, 'signal'>,
): Promise<readonly Warning[]> {
  const written = journalsIn(fields);
  if (written.length === 0) return [];
  const journals = await readJournals(connection, ticket, call).catch((error: unknown) => {
    if (!ItsmError.is(error)) throw error;
    return undefined;
  });
  const shows = (field: (typeof written)[number]) => plain(journals?.[field]).includes(plain(fields[field]));
  return written
    .filter(field => !shows(field))
    .map(field => ({
      code: 'note-unseen',
      message: `${field}: the entry cannot be seen in the journal of ${ticket.key}. May this user read and write ${field}?`,
      field,
    }));
}

/** Line ends and outer space are the instance's own. */
const plain = (value: unknown): string =>
  String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
