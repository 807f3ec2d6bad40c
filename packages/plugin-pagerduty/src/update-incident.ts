import { type Call, type Fields, ItsmError, type TicketChange, type TicketRef, type Updated } from '@itsm-bridge/core';
import type { Api } from './api.ts';
import { differences } from './differences.ts';
import { oneIncident } from './incident.ts';
import { titleOf } from './limits.ts';
import { addNote } from './notes.ts';
import type { Priorities } from './priorities.ts';
import { withReferences } from './references.ts';

export async function updateIncident(
  { api, priorities }: { readonly api: Api; readonly priorities: Priorities },
  ticket: TicketRef,
  change: TicketChange,
  call: Call,
): Promise<Updated> {
  const { signal } = call;
  const put = async (given: Fields): Promise<Updated> => {
    const { fields, warnings } = await priorities.resolve(given, signal);
    const title = typeof fields.title === 'string' ? { title: titleOf(fields.title) } : {};
    const sent = { ...withReferences(fields), ...title, type: 'incident_reference' };
    const { incident } = await api.put(oneIncident, `/incidents/${ticket.id}`, { signal, data: { incident: sent } });
    return { ticket, warnings: [...warnings, ...differences(sent, incident)] };
  };
  switch (change.kind) {
    case 'note':
      await addNote(api, ticket, change, call);
      return { ticket, warnings: [] };
    case 'fields':
      return put(change.fields);
    case 'resolve':
      return put({ ...change.fields, status: 'resolved' }).catch(unlessResolved(ticket));
    default:
      throw new ItsmError('config', refusals[change.kind]);
  }
}

/** Code 1001. Somebody else, or an earlier request whose answer was lost. */
const unlessResolved =
  (ticket: TicketRef) =>
  (error: unknown): Updated => {
    if (!ItsmError.is(error) || !/already resolved/i.test(error.message)) throw error;
    const message = `resolve: ${ticket.key} is resolved already; nothing was changed.`;
    return { ticket, warnings: [{ code: 'already-there', message }] };
  };

const refusals = {
  reopen: 'PagerDuty does not open a resolved incident again: deliver a new one (on_recurrence: create).',
  attach: 'PagerDuty takes no files at incidents through its API: write a note with the address of the file.',
  link: 'PagerDuty takes no links at incidents through its API: write a note with the address.',
} as const;
