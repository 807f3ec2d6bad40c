import type { Fields, Json, Warning } from '@itsm-bridge/core';
import type { Connection } from '../instance/connection.ts';
import { isDenied } from '../instance/is-denied.ts';
import { lookUpSysId, type Reference } from './look-up-sys-id.ts';

/** Reference fields of a task. */
const references: ReadonlyMap<string, Reference> = new Map([
  ['assignment_group', { table: 'sys_user_group', by: ['name'] }],
  ['assigned_to', { table: 'sys_user', by: ['email', 'user_name', 'name'] }],
  ['caller_id', { table: 'sys_user', by: ['email', 'user_name', 'name'] }],
]);

export interface Resolved {
  readonly fields: Fields;
  readonly warnings: readonly Warning[];
}
export type ResolveReferences = (fields: Fields, signal: AbortSignal) => Promise<Resolved>;

/** The reference fields that hold a name: the API takes a sys_id there and drops all else without a word. */
export const unresolved = (fields: Fields): readonly string[] =>
  [...references.keys()].filter(field => isName(fields[field]));

/**
 * Names to sys_ids, read once for as long as the adapter lives. A name that no record has, or that this user may not
 * look up, stays out of the payload and becomes a warning: a ticket without its group beats no ticket.
 */
export function resolveReferences(connection: Connection): ResolveReferences {
  const known = new Map<string, Promise<string | undefined>>();

  const once = (field: string, reference: Reference, name: string, signal: AbortSignal) => {
    const id = `${field}=${name}`;
    const asked = known.get(id) ?? lookUpSysId(connection, reference, name, signal);
    known.set(id, asked);
    // What failed, or was not found and may be made meanwhile, is asked again for the next ticket.
    asked.then(
      found => found === undefined && known.delete(id),
      () => known.delete(id),
    );
    return asked;
  };

  return async (given, signal) => {
    const fields: Record<string, Json> = { ...given };
    const warnings: Warning[] = [];
    for (const [field, reference] of references) {
      if (!isName(given[field])) continue;
      const name = String(given[field]);
      const leaveOut = (why: string) => {
        delete fields[field];
        warnings.push({ code: 'unresolved-reference', message: `${field}: ${why}; it is left out.`, field });
      };
      try {
        const sysId = await once(field, reference, name, signal);
        if (sysId === undefined) leaveOut(`no record of ${reference.table} is named ${JSON.stringify(name)}`);
        else fields[field] = sysId;
      } catch (error) {
        if (!isDenied(error)) throw error;
        leaveOut(`${JSON.stringify(name)} cannot be looked up in ${reference.table} (${error.message})`);
      }
    }
    return { fields, warnings };
  };
}

const isName = (value: Json | undefined): boolean =>
  typeof value === 'string' && value !== '' && !/^[0-9a-f]{32}$/.test(value);
