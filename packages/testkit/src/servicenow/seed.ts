import type { ServiceNowOptions, ServiceNowUser } from './options.ts';
import { insertRow } from './row/insert-row.ts';
import type { Store } from './store.ts';

const users: readonly ServiceNowUser[] = [
  { name: 'Integration User', user_name: 'integration_user' },
  { name: 'RCA Engine', user_name: 'rca.engine', email: 'rca.engine@company.com' },
  { name: 'Beth Anglin', user_name: 'beth.anglin', email: 'beth.anglin@example.com' },
];

const groups: readonly string[] = ['DevOps Team', 'Network', 'Database', 'Service Desk'];

/** Puts in the people and groups that a fresh instance starts with. */
export function seed(store: Store, options: ServiceNowOptions, nowMs: number): void {
  for (const { name, user_name, email = '' } of [...users, ...(options.users ?? [])])
    insertRow(store, 'sys_user', { name, user_name, email }, 'system', nowMs);
  for (const name of [...groups, ...(options.groups ?? [])])
    insertRow(store, 'sys_user_group', { name }, 'system', nowMs);
}
