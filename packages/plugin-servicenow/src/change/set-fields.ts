import { type Call, type Fields, ItsmError, type TicketRef, type Warning } from '@itsm-bridge/core';
import { isJournal } from '../fields/is-journal.ts';
import type { ResolveReferences } from '../fields/reference/resolve-references.ts';
import type { Connection } from '../instance/connection.ts';
import { patchRecord } from './patch-record.ts';
import { unseenEntries } from './unseen-entries.ts';

/**
 * What the instance did not keep is a warning. Where it kept nothing at all, as when an ACL denies every field that was
 * sent, it has abandoned the update and answers 200 all the same: that is a refusal.
 *
 * @throws ItsmError kind `rejected`: nothing was kept.
 */
export async function setFields(
  connection: Connection,
  resolve: ResolveReferences,
  { ticket, fields }: { readonly ticket: TicketRef; readonly fields: Fields },
  call: Call,
): Promise<readonly Warning[]> {
  const { sent, unresolved, differing } = await patchRecord(connection, resolve, { ticket, fields }, call);
  const warnings = [...unresolved, ...differing];
  const lost = new Set(differing.filter(({ code }) => code !== 'field-truncated').map(({ field }) => field));
  const isKept = (name: string) => isJournal(name) || !lost.has(name);
  if (Object.keys(fields).length === 0 || Object.keys(sent).some(isKept))
    return [...warnings, ...(await unseenEntries(connection, { ticket, fields }, call))];
  const why = warnings.map(({ message }) => message).join(' ');
  throw new ItsmError(
    'rejected',
    `The instance answered 200 and kept nothing of what ${ticket.key} was to get. ${why}`,
    {
      status: 200,
    },
  );
}
