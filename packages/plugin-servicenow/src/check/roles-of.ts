import { ItsmError } from '@itsm-bridge/core';
import { listRows } from '../fields/list-rows.ts';
import type { Connection } from '../instance/connection.ts';
import { isDenied } from '../instance/is-denied.ts';
import { myself, whoAmI } from './who-am-i.ts';

/** The roles of this user, in alphabetical order; a text says why they cannot be told. */
export async function rolesOf(connection: Connection, signal: AbortSignal): Promise<readonly string[] | string> {
  try {
    const user = await whoAmI(connection, signal);
    if (!user) return 'sys_user does not show it';
    const fields = ['user', 'role.name', 'state'] as const;
    const wanted = (row: { readonly user: string }) => row.user === user.sys_id;
    const asked = { table: 'sys_user_has_role', query: `user=${myself}^state=active`, fields, wanted };
    const own = (await listRows(connection, asked, signal)).filter(
      row => row.state !== 'deleted' && row['role.name'] !== '',
    );
    const roles = [...new Set(own.map(row => row['role.name']))].toSorted();
    return roles.length > 0 ? roles : 'sys_user_has_role shows none, and may be hidden';
  } catch (error) {
    // A query that is not kept shows the roles of others: whose they are is not told, either.
    if (isDenied(error) || (ItsmError.is(error) && error.kind === 'config')) return error.message.replace(/\.$/, '');
    throw error;
  }
}
