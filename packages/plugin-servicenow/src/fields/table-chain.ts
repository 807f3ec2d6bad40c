import type { Connection } from '../instance/connection.ts';
import { listRows } from './list-rows.ts';

/** Tables of the base system that extend task: they need no request, which some users are refused. */
const tasks = new Set(['incident', 'problem', 'change_request', 'sn_si_incident']);

/** More levels than any instance has: a table that extends itself must not be followed for ever. */
const mostLevels = 10;

/**
 * The table and those that it extends, child first.
 *
 * @throws ItsmError of the read of sys_db_object.
 */
export async function tableChain(
  connection: Pick<Connection, 'http' | 'table'>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { table } = connection;
  if (tasks.has(table)) return [table, 'task'];
  const chain = [table];
  for (let parent = table; chain.length < mostLevels; ) {
    const name = parent;
    const [row] = await listRows(
      connection,
      {
        ...{ table: 'sys_db_object', query: `name=${name}`, fields: ['name', 'super_class.name'] },
        wanted: each => each.name === name,
      },
      signal,
    );
    parent = row?.['super_class.name'] ?? '';
    if (parent === '' || chain.includes(parent)) break;
    chain.push(parent);
  }
  return chain;
}
