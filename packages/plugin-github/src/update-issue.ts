import { type Call, type Fields, ItsmError, type TicketChange, type TicketRef, type Updated } from '@itsm-bridge/core';
import type { Connection } from './connection.ts';
import { fitMarkdown } from './fit-markdown.ts';
import { issue } from './issue.ts';
import { readBack } from './read-back.ts';
import { readIssue } from './read-issue.ts';

/** A later change of an issue. Lists such as labels are set: PATCH replaces what was there. */
export async function updateIssue(
  connection: Connection,
  ticket: TicketRef,
  change: TicketChange,
  call: Call,
): Promise<Updated> {
  switch (change.kind) {
    case 'note': {
      const body = fitMarkdown(change.body, 'change', change.id);
      await connection.http.post(`/repos/${ticket.id}/comments`, { body }, { signal: call.signal });
      return { ticket, warnings: [] };
    }
    case 'fields':
      return patch(connection, ticket, change.fields, call);
    case 'resolve':
    case 'reopen':
      return move(connection, ticket, change, call);
    case 'attach':
      throw new ItsmError('config', 'GitHub has no API for files of an issue ("attach"): put the text in a note.');
    case 'link':
      throw new ItsmError('config', 'A GitHub issue has no links to other places ("link"): put the address in a note.');
  }
}

/** Nothing is sent where a person has already done it: who closed it as not planned is not overruled. */
async function move(
  connection: Connection,
  ticket: TicketRef,
  { kind, fields }: Extract<TicketChange, { readonly kind: 'resolve' | 'reopen' }>,
  call: Call,
): Promise<Updated> {
  const wanted = kind === 'resolve' ? 'done' : 'open';
  const { kind: found } = await readIssue(connection, ticket, call);
  if (found === 'gone')
    throw new ItsmError('rejected', `${kind}: ${ticket.key} is not there any more, or hidden from this token.`);
  if (found === wanted) {
    const message = `${kind}: ${ticket.key} is ${wanted} already; nothing was sent.`;
    return { ticket, warnings: [{ code: 'already-there', message }] };
  }
  const state = wanted === 'done' ? { state: 'closed', state_reason: 'completed' } : { state: 'open' };
  return patch(connection, ticket, { ...state, ...fields }, call);
}

async function patch({ http }: Connection, ticket: TicketRef, fields: Fields, { signal }: Call): Promise<Updated> {
  if ('body' in fields)
    throw new ItsmError('config', `body: the body of ${ticket.key} carries its key and is not written again.`);
  const { data } = await http.patch(`/repos/${ticket.id}`, fields, { signal });
  const stored = issue.safeParse(data);
  return { ticket, warnings: stored.success ? readBack(fields, stored.data) : [] };
}
