import type { ServiceNowOptions, ServiceNowUser } from './options.ts';
import { insertRow } from './row/insert-row.ts';
import { resolveValue } from './row/resolve-value.ts';
import type { Row } from './row/row.ts';
import type { Store } from './store.ts';

const users: readonly ServiceNowUser[] = [
  { name: 'Integration User', user_name: 'integration_user' },
  { name: 'RCA Engine', user_name: 'rca.engine', email: 'rca.engine@company.com' },
  { name: 'Beth Anglin', user_name: 'beth.anglin', email: 'beth.anglin@example.com' },
];

const groups: readonly string[] = ['DevOps Team', 'Network', 'Database', 'Service Desk'];

/** Puts in the people, groups and roles that a fresh instance starts with. */
export function seed(store: Store, options: ServiceNowOptions, nowMs: number): void {
  for (const { name, user_name, email = '' } of [...users, ...(options.users ?? [])])
    insertRow(store, 'sys_user', { name, user_name, email }, 'system', nowMs);
  for (const name of [...groups, ...(options.groups ?? [])])
    insertRow(store, 'sys_user_group', { name }, 'system', nowMs);
  const user = store.having('sys_user', 'user_name', 'integration_user')?.[0]?.sys_id ?? '';
  const granted = options.roles ?? ['itil', 'rest_service'];
  for (const name of new Set(['admin', ...granted])) {
    const role = insertRow(store, 'sys_user_role', { name }, 'system', nowMs).sys_id ?? '';
    if (granted.includes(name)) insertRow(store, 'sys_user_has_role', { user, role }, 'system', nowMs);
  }
  for (const [table, rows] of Object.entries(options.records ?? {}))
    for (const row of rows) insertRow(store, table, resolved(store, table, row), 'system', nowMs);
}

/** Names of records become their sys_ids; everything else is taken as it is given. */
function resolved(store: Store, tableName: string, row: Row): Row {
  const table = store.schema.find(tableName);
  if (!table) throw new TypeError(`The options give records of ${tableName}, which is no table of the instance.`);
  const entries = Object.entries(row).map(([name, value]): [string, string] => {
    const column = table.columns[name];
    if (!column) throw new TypeError(`The options give a value of ${tableName}.${name}, which is no column.`);
    return [name, column.kind === 'reference' ? resolveValue(store, column, value, true) : value];
  });
  return Object.fromEntries(entries);
}
