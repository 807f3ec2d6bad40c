import { type Call, type Fields, ItsmError, type TicketRef, type Warning } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { record, type ServiceNowRecord } from '../create/ticket-ref.ts';
import { differences } from '../fields/differences.ts';
import { withImpactAndUrgency } from '../fields/priority.ts';
import type { ResolveReferences } from '../fields/reference/resolve-references.ts';
import type { Connection } from '../instance/connection.ts';

const answer = z.object({ result: record });

export interface Patched {
  /** With sys_ids for names, values for labels and what yields a priority; without what no record was found for. */
  readonly sent: Fields;
  readonly stored: ServiceNowRecord;
  /** Of names that no record has and texts that are no choice: known before the write, and no word on what was kept. */
  readonly unresolved: readonly Warning[];
  /** What the instance made of the fields that were sent. */
  readonly differing: readonly Warning[];
}

/**
 * PATCH /api/now/table/{table}/{sys_id}: only the fields that are given move, and what yields a priority. Names are looked
 * up, the answer is compared.
 */
export async function patchRecord(
  { http, path, matrix }: Connection,
  resolve: ResolveReferences,
  { ticket, fields }: { readonly ticket: TicketRef; readonly fields: Fields },
  { signal, last = false }: Call,
): Promise<Patched> {
  if ('correlation_id' in fields) {
    throw new ItsmError('config', 'correlation_id: holds the key by which the ticket is found again; leave it out.');
  }
  const { fields: resolved, warnings: unresolved } = await resolve(fields, { signal, last });
  const sent = withImpactAndUrgency(resolved, matrix);
  const { data, status } = await http.patch(`${path}/${ticket.id}`, sent, { signal });
  const parsed = answer.safeParse(data);
  if (!parsed.success) {
    throw new ItsmError('outcome-unknown', `The instance answered ${status} without the updated record.`, { status });
  }
  const { result: stored } = parsed.data;
  const differing = differences(sent, stored);
  resolve.cameBack(sent, differing);
  return { sent, stored, unresolved, differing };
}
