import { type Call, type Fields, ItsmError, type TicketChange, type TicketRef, type Updated } from '@itsm-bridge/core';
import type { Api } from './api.ts';
import { titleOf } from './limits.ts';
import { addNote } from './notes.ts';
import type { Priorities } from './priorities.ts';
import { readIncident } from './read-incident.ts';
import { withReferences } from './references.ts';

export async function updateIncident(
  { api, priorities }: { readonly api: Api; readonly priorities: Priorities },
  ticket: TicketRef,
  change: TicketChange,
  call: Call,
): Promise<Updated> {
  const put = async (given: Fields, status: Fields = {}): Promise<Updated> => {
    const { fields, warnings } = await priorities.resolve(given, call.signal);
    const title = typeof fields.title === 'string' ? { title: titleOf(fields.title) } : {};
    const incident = { type: 'incident_reference', ...withReferences(fields), ...title, ...status };
    await api.write('PUT', `/incidents/${ticket.id}`, { incident }, call.signal);
    return { ticket, warnings };
  };
  switch (change.kind) {
    case 'note':
      await addNote(api, ticket, change, call);
      return { ticket, warnings: [] };
    case 'fields':
      return put(change.fields);
    case 'resolve': {
      // A second time is an error: 1001, Incident Already Resolved.
      if ((await readIncident(api, ticket, call)).kind !== 'done') return put(change.fields, { status: 'resolved' });
      const message = `resolve: ${ticket.key} is resolved already; nothing was sent.`;
      return { ticket, warnings: [{ code: 'already-there', message }] };
    }
    default:
      throw new ItsmError('config', refusals[change.kind]);
  }
}

const refusals = {
  reopen:
    'PagerDuty does not open a resolved incident again: deliver the analysis as a new one (on_recurrence: create).',
  attach: 'PagerDuty takes no files at incidents through its API: write a note with the address of the file.',
  link: 'PagerDuty takes no links at incidents through its API: write a note with the address.',
} as const;
