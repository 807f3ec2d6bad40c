import { type CheckQuestion, ItsmError } from '@itsm-bridge/core';
import { listRows } from '../fields/list-rows.ts';
import { told } from '../fields/told.ts';
import type { Connection } from '../instance/connection.ts';
import type { Asked } from './check-instance.ts';
import { unlessDenied } from './unless-denied.ts';

type TransformMap = Readonly<Record<'sys_id' | 'name' | 'target_table', string>>;

/**
 * Where a row of the staging table goes, and by what its record is found again. A user who only loads need not see maps:
 * of what this one may not read nothing is said.
 */
export function checkTransformMap({ connection, signal }: Asked, staging: string): CheckQuestion {
  const { table } = connection;
  return {
    step: 'transform map',
    hint: `Have one active map of ${staging} that writes into ${table} and coalesces on correlation_id, and on nothing else.`,
    ask: () =>
      unlessDenied(told(activeMaps(connection, staging, signal)), async maps => {
        const [map, ...more] = maps;
        if (!map) return `Not told: sys_transform_map shows no active map of ${staging}, and may be hidden.`;
        if (more.length > 0) {
          const names = maps.map(({ name }) => name).join(', ');
          const message = `${staging} has the active maps ${names}: each answers for itself, and which one made the ticket is not told.`;
          throw new ItsmError('config', message);
        }
        const { name, target_table: target } = map;
        if (target !== table)
          throw new ItsmError('config', `${name} writes into ${target}, while table in the config is ${table}.`);
        const keys = await told(coalescing(connection, map, signal));
        return `${name} writes into ${table}${keys.kind === 'told' ? foundBy(name, keys.value) : ''}.`;
      }),
  };
}

async function activeMaps(
  connection: Connection,
  staging: string,
  signal: AbortSignal,
): Promise<readonly TransformMap[]> {
  const fields = ['sys_id', 'name', 'source_table', 'target_table', 'active'] as const;
  const query = `source_table=${staging}^active=true`;
  const wanted = ({ source_table }: { readonly source_table: string }) => source_table === staging;
  const rows = await listRows(connection, { table: 'sys_transform_map', query, fields, wanted }, signal);
  return rows.filter(({ active }) => active !== 'false');
}

/** The fields of the target by which a map finds a record; undefined where none of its entries is seen. */
async function coalescing(
  connection: Connection,
  { sys_id }: TransformMap,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  const fields = ['map', 'target_field', 'coalesce'] as const;
  const wanted = ({ map }: { readonly map: string }) => map === sys_id;
  const asked = { table: 'sys_transform_entry', query: `map=${sys_id}`, fields, wanted };
  const entries = await listRows(connection, asked, signal);
  if (entries.length === 0) return undefined;
  return entries.filter(({ coalesce }) => coalesce === 'true').map(({ target_field }) => target_field);
}

/** Goes on after a comma or an `and`. @throws ItsmError kind `config`: records of others would be taken for ours. */
function foundBy(name: string, keys: readonly string[] | undefined): string {
  if (!keys) return '';
  const list = keys.join(' and ');
  if (keys.length === 0)
    return ', and does not coalesce on correlation_id: each row inserts, and a lost answer is looked for first';
  if (keys.includes('correlation_id')) return ` and coalesces on ${list}`;
  const message = `${name} coalesces on ${list} and not on correlation_id: a row changes the record of somebody else that has the same.`;
  throw new ItsmError('config', message);
}
