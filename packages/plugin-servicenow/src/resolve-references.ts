import { type Call, ItsmError, type Json, type TicketDraft, type Warning } from '@itsm-bridge/core';
import { z } from 'zod';
import type { Connection } from './connection.ts';

/** Reference fields of a task, the table that they point to, and the columns by which people name its records. */
const references: Readonly<Record<string, { readonly table: string; readonly by: readonly string[] }>> = {
  assignment_group: { table: 'sys_user_group', by: ['name'] },
  assigned_to: { table: 'sys_user', by: ['email', 'user_name', 'name'] },
  caller_id: { table: 'sys_user', by: ['email', 'user_name', 'name'] },
};

const rows = z.object({ result: z.array(z.looseObject({ sys_id: z.string() })) });

export type ResolveReferences = (draft: TicketDraft, call: Call) => Promise<TicketDraft>;

/** The reference fields of a draft that hold a name: the API takes a sys_id there and drops all else without a word. */
export const unresolved = ({ fields }: TicketDraft): readonly string[] =>
  Object.keys(references).filter(field => isName(fields[field]));

/**
 * Names to sys_ids, read once for as long as the adapter lives. A name that no record has stays out of the payload and
 * becomes a warning: a ticket without its group beats no ticket.
 */
export function resolveReferences({ http }: Connection): ResolveReferences {
  const known = new Map<string, Promise<string | undefined>>();

  async function lookUp(field: string, name: string, signal: AbortSignal): Promise<string | undefined> {
    const reference = references[field];
    if (!reference || name.includes('^')) return undefined;
    for (const column of reference.by) {
      const params = {
        sysparm_query: `${column}=${name}`,
        sysparm_fields: `sys_id,${column}`,
        sysparm_limit: 2,
        sysparm_no_count: true,
      };
      const { data } = await http.get(`/api/now/table/${reference.table}`, { params, signal });
      const parsed = rows.safeParse(data);
      if (!parsed.success)
        throw new ItsmError('unavailable', `The look-up in ${reference.table} was answered without a list.`);
      // An instance that drops an unknown clause returns strangers: each row is compared.
      const row = parsed.data.result.find(each => same(each[column], name));
      if (row) return row.sys_id;
    }
    return undefined;
  }

  const once = (field: string, name: string, signal: AbortSignal) => {
    const id = `${field}=${name}`;
    const asked = known.get(id) ?? lookUp(field, name, signal);
    known.set(id, asked);
    // What failed, or was not found and may be made meanwhile, is asked again for the next ticket.
    asked.then(
      found => found === undefined && known.delete(id),
      () => known.delete(id),
    );
    return asked;
  };

  return async (draft, { signal }) => {
    const fields: Record<string, Json> = { ...draft.fields };
    const warnings: Warning[] = [];
    for (const field of unresolved(draft)) {
      const name = String(fields[field]);
      const sysId = await once(field, name, signal);
      if (sysId !== undefined) fields[field] = sysId;
      else {
        delete fields[field];
        const message = `${field}: no record is named ${JSON.stringify(name)}; the ticket is created without it.`;
        warnings.push({ code: 'unresolved-reference', message, field });
      }
    }
    return { ...draft, fields, warnings: [...draft.warnings, ...warnings] };
  };
}

const isName = (value: Json | undefined): boolean =>
  typeof value === 'string' && value !== '' && !/^[0-9a-f]{32}$/.test(value);

const same = (value: unknown, name: string): boolean =>
  typeof value === 'string' && value.toLowerCase() === name.toLowerCase();
