import { type Call, ItsmError } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { isJournal } from '../fields/is-journal.ts';
import type { Connection } from '../instance/connection.ts';
import { record, type ServiceNowRecord } from './ticket-ref.ts';

const answer = z.object({ result: record });

export type Target =
  | { readonly kind: 'read'; readonly stored: ServiceNowRecord }
  | { readonly kind: 'not-read'; readonly why: string };

/** GET of the record that an import wrote. It exists whatever this read yields, so that a failure is told, not thrown. */
export async function readTarget(
  { http, path, table }: Connection,
  { sysId, fields }: { readonly sysId: string; readonly fields: readonly string[] },
  { signal }: Call,
): Promise<Target> {
  const columns = new Set([
    'sys_id',
    'number',
    'correlation_id',
    'sys_created_on',
    ...fields.filter(field => !isJournal(field)),
  ]);
  const params = { sysparm_fields: [...columns].join(','), sysparm_exclude_reference_link: true };
  try {
    const { data } = await http.get(`${path}/${sysId}`, { params, signal });
    const parsed = answer.safeParse(data);
    return parsed.success && parsed.data.result.sys_id === sysId
      ? { kind: 'read', stored: parsed.data.result }
      : { kind: 'not-read', why: `the answer is no such record of ${table}` };
  } catch (error) {
    if (!ItsmError.is(error)) throw error;
    return { kind: 'not-read', why: error.message };
  }
}
