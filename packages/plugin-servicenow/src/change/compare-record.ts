import { type Call, type Fields, ItsmError, type TicketRef, type Warning } from '@itsm-bridge/core';
import { notReadBack } from '../create/not-read-back.ts';
import { readTarget } from '../create/read-target.ts';
import { differences } from '../fields/differences.ts';
import { withImpactAndUrgency } from '../fields/priority.ts';
import type { ResolveReferences } from '../fields/reference/resolve-references.ts';
import type { Connection } from '../instance/connection.ts';
import { unseenEntries } from './unseen-entries.ts';

/**
 * What the answer to a change would have told, read from the record where that answer was lost: what an ACL dropped of it is
 * told to nobody else. The change is there whatever this look yields, so that a failure is a warning.
 */
export async function compareRecord(
  connection: Connection,
  resolve: ResolveReferences,
  { ticket, fields }: { readonly ticket: TicketRef; readonly fields: Fields },
  call: Call,
): Promise<readonly Warning[]> {
  try {
    const { fields: resolved, warnings: unresolved } = await resolve(fields, call);
    const sent = withImpactAndUrgency(resolved, connection.matrix);
    const target = await readTarget(connection, { sysId: ticket.id, fields: Object.keys(sent) }, call);
    const differing = target.kind === 'read' ? differences(sent, target.stored) : [notReadBack(ticket.key, target.why)];
    return [...unresolved, ...differing, ...(await unseenEntries(connection, { ticket, fields }, call))];
  } catch (error) {
    if (!ItsmError.is(error)) throw error;
    return [notReadBack(ticket.key, error.message)];
  }
}
