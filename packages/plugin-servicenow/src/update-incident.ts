import {
  type Call,
  documentToText,
  ItsmError,
  type TicketChange,
  type TicketRef,
  type Updated,
} from '@itsm-bridge/core';
import { z } from 'zod';
import type { Connection } from './connection.ts';
import { journalHtml } from './journal-html.ts';
import type { ServiceNowPayload } from './prepare.ts';
import { withImpactAndUrgency } from './priority.ts';
import { readBack } from './read-back.ts';
import type { ResolveReferences } from './resolve-references.ts';
import { record } from './ticket-ref.ts';

const answer = z.object({ result: record });

/** PATCH /api/now/table/{table}/{sys_id}: only the fields that the change names. */
export async function updateIncident(
  { http, path }: Connection,
  resolve: ResolveReferences,
  { ticket, change }: { readonly ticket: TicketRef; readonly change: TicketChange },
  { signal }: Call,
): Promise<Updated> {
  const { fields: payload, warnings } = await resolve(patchOf(change), signal);
  const { data, status } = await http.patch(`${path}/${ticket.id}`, payload, { signal });
  const parsed = answer.safeParse(data);
  if (!parsed.success) {
    throw new ItsmError('outcome-unknown', `The instance answered ${status} without the updated record.`, { status });
  }
  return { ticket, warnings: [...warnings, ...readBack(payload, parsed.data.result)] };
}

function patchOf(change: TicketChange): ServiceNowPayload {
  switch (change.kind) {
    case 'note':
      // Customers read comments in a portal, where [code] is not rendered everywhere: text there.
      return change.audience === 'customer'
        ? { comments: documentToText(change.body) }
        : { work_notes: journalHtml(change.body) };
    case 'fields':
      if ('correlation_id' in change.fields) {
        throw new ItsmError(
          'config',
          'correlation_id: holds the key by which the ticket is found again; leave it out.',
        );
      }
      return withImpactAndUrgency(change.fields);
    default:
      throw new ItsmError('config', `@itsm-bridge/plugin-servicenow does not make the change "${change.kind}".`);
  }
}
