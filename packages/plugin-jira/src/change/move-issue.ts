import { type Call, ItsmError, type TicketChange, type TicketRef, type Updated } from '@itsm-bridge/core';
import { plainName } from '../fields/plain-name.ts';
import type { Connection } from '../site/connection.ts';
import { chooseTransition } from './choose-transition.ts';
import { listTransitions } from './list-transitions.ts';
import { readIssue } from './read-issue.ts';
import { transitionEdit } from './transition-edit.ts';

export type Move = Extract<TicketChange, { readonly kind: 'resolve' | 'reopen' }>;

/**
 * POST …/issue/{id}/transitions, answered 204: into a status that counts as done, or out of it. What becomes of
 * the resolution is the workflow's to say. Nothing is sent where a person has already done it.
 */
export async function moveIssue(
  connection: Connection,
  ticket: TicketRef,
  { kind, fields }: Move,
  call: Call,
): Promise<Updated> {
  const issue = await readIssue(connection, ticket, call);
  if (!issue) {
    throw new ItsmError('rejected', `${kind}: ${ticket.key} is not there any more, or this user may not see it.`, {
      status: 404,
    });
  }
  const named = connection.transitions[kind];
  const { name } = issue.status;
  const there = issue.state.kind === (kind === 'resolve' ? 'done' : 'open');
  if (there || (named !== undefined && plainName(name) === plainName(named))) {
    const message = `${kind}: ${ticket.key} is "${name}" already; nothing was sent.`;
    return { ticket, warnings: [{ code: 'already-there', message }] };
  }
  const transitions = await listTransitions(connection, ticket, call);
  const { transition, warnings } = chooseTransition(kind, transitions, named);
  const wanted = { asked: fields, configured: connection.transitionFields[kind] };
  const { edit, version, warnings: more } = await transitionEdit(connection, ticket, transition, wanted, call);
  const body = { transition: { id: transition.id }, ...edit };
  await connection.api.post(`/issue/${ticket.id}/transitions`, body, { signal: call.signal, version });
  return { ticket, warnings: [...warnings, ...more] };
}
