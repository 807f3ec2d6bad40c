import { type Call, type Fields, ItsmError, type TicketRef, type Warning } from '@itsm-bridge/core';
import { z } from 'zod';
import { record, type ServiceNowRecord } from '../create/ticket-ref.ts';
import { notEmptied } from '../fields/not-emptied.ts';
import { readBack } from '../fields/read-back.ts';
import type { ResolveReferences } from '../fields/reference/resolve-references.ts';
import type { Connection } from '../instance/connection.ts';

const answer = z.object({ result: record });

export interface Patched {
  readonly stored: ServiceNowRecord;
  readonly warnings: readonly Warning[];
}

/** PATCH /api/now/table/{table}/{sys_id}: only the fields that are given move, names looked up, the answer compared. */
export async function patchRecord(
  { http, path }: Connection,
  resolve: ResolveReferences,
  { ticket, fields }: { readonly ticket: TicketRef; readonly fields: Fields },
  { signal, last = false }: Call,
): Promise<Patched> {
  if ('correlation_id' in fields) {
    throw new ItsmError('config', 'correlation_id: holds the key by which the ticket is found again; leave it out.');
  }
  const { fields: payload, warnings } = await resolve(fields, { signal, last });
  const { data, status } = await http.patch(`${path}/${ticket.id}`, payload, { signal });
  const parsed = answer.safeParse(data);
  if (!parsed.success) {
    throw new ItsmError('outcome-unknown', `The instance answered ${status} without the updated record.`, { status });
  }
  const { result: stored } = parsed.data;
  const differing = [...readBack(payload, stored), ...notEmptied(payload, stored)];
  resolve.cameBack(payload, differing);
  return { stored, warnings: [...warnings, ...differing] };
}
