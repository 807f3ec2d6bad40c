import { type Call, ItsmError, type TicketRef, type Updated } from '@itsm-bridge/core';
import type { ResolveReferences } from '../fields/reference/resolve-references.ts';
import type { Connection } from '../instance/connection.ts';
import { type Move, moveFields } from './move-fields.ts';
import { patchRecord } from './patch-record.ts';
import { readRecord } from './read-record.ts';
import { unseenEntries } from './unseen-entries.ts';

/** Into a state that counts as done, or out of it. Nothing is sent where a person has already done it. */
export async function moveRecord(
  connection: Connection,
  resolve: ResolveReferences,
  { ticket, change }: { readonly ticket: TicketRef; readonly change: Move },
  call: Call,
): Promise<Updated> {
  const { kind } = change;
  const wanted = kind === 'resolve' ? 'done' : 'open';
  const before = await readRecord(connection, ticket, call);
  if (before.kind === 'gone') {
    const message = `${kind}: ${ticket.key} is not there any more, or this user may not see it.`;
    throw new ItsmError('rejected', message, { status: 404 });
  }
  if (before.kind === wanted) {
    const message = `${kind}: ${ticket.key} is ${wanted} already; nothing was sent.`;
    return { ticket, warnings: [{ code: 'already-there', message }] };
  }
  const fields = moveFields(connection, change);
  const { stored, unresolved, differing } = await patchRecord(connection, resolve, { ticket, fields }, call);
  const { state } = stored;
  // An ACL on the field drops it and the answer is 200 all the same: that is no warning, the ticket did not move.
  if (
    typeof state === 'string' &&
    state !== '' &&
    connection.lifecycle.done_states.includes(state) !== (wanted === 'done')
  ) {
    const message = `${kind}: the instance answered 200 and left ${ticket.key} in state ${state}. May this user write state, and does the table let it go to ${String(fields.state)} from there?`;
    throw new ItsmError('rejected', message, { status: 200 });
  }
  const unseen = await unseenEntries(connection, { ticket, fields }, call);
  return { ticket, warnings: [...unresolved, ...differing, ...unseen] };
}
