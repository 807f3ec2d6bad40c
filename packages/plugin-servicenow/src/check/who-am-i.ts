import { listRows } from '../fields/list-rows.ts';
import type { Connection } from '../instance/connection.ts';

export interface WhoAmI {
  readonly sys_id: string;
  readonly user_name: string;
}

/** The one script that is put into queries: it stands for the sys_id of who is signed in. */
export const myself = 'javascript:gs.getUserID()';

/**
 * The user that the sign-in is. Undefined where sys_user does not show it, or shows others as well: a clause that an
 * instance drops returns everybody.
 *
 * @throws ItsmError of the read.
 */
export async function whoAmI(connection: Connection, signal: AbortSignal): Promise<WhoAmI | undefined> {
  const asked = { table: 'sys_user', query: `sys_id=${myself}`, fields: ['sys_id', 'user_name'], most: 2 } as const;
  const [user, ...others] = await listRows(connection, asked, signal);
  return user && user.sys_id !== '' && others.length === 0 ? user : undefined;
}
