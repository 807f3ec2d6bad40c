import { type CheckQuestion, ItsmError } from '@itsm-bridge/core';
import { listRows } from '../fields/list-rows.ts';
import { isDenied } from '../instance/is-denied.ts';
import type { Asked } from './check-instance.ts';
import { myself, whoAmI } from './who-am-i.ts';

/** Roles of the base system of which one lets a user create and write the table. */
const writers: ReadonlyMap<string, readonly string[]> = new Map([
  ['incident', ['itil', 'sn_incident_write']],
  ['problem', ['itil', 'sn_problem_write']],
  ['change_request', ['itil', 'sn_change_write']],
  ['sn_si_incident', ['sn_si.analyst', 'sn_si.admin', 'sn_si.basic', 'sn_si.integration_user']],
]);

/**
 * The roles of this user. Most users may not read them: that is told and is no failure, and neither is a table of one's
 * own, whose roles only its owner knows.
 */
export function checkRoles({ connection, signal }: Asked): CheckQuestion {
  const { table } = connection;
  const needed = writers.get(table);
  return {
    step: 'roles',
    hint: `Give the user ${needed?.join(' or ') ?? 'the role of the table'}; a role of your own has to contain it.`,
    async ask() {
      const roles = await rolesOf(connection, signal);
      if (typeof roles === 'string') return `The roles of this user are not told: ${roles}.`;
      const has = `This user has ${roles.join(', ')}`;
      if (!needed || roles.some(role => role === 'admin' || needed.includes(role))) return `${has}.`;
      throw new ItsmError('auth', `${has}, and lacks ${needed.join(' or ')}, which ${table} asks for.`);
    },
  };
}

/** In alphabetical order; a text says why they cannot be told. */
async function rolesOf(connection: Asked['connection'], signal: AbortSignal): Promise<readonly string[] | string> {
  try {
    const user = await whoAmI(connection, signal);
    if (!user) return 'sys_user does not show it';
    const fields = ['user', 'role.name', 'state'] as const;
    const asked = { table: 'sys_user_has_role', query: `user=${myself}^state=active`, fields };
    const own = (await listRows(connection, asked, signal)).filter(
      row => row.user === user.sys_id && row.state !== 'deleted' && row['role.name'] !== '',
    );
    const roles = [...new Set(own.map(row => row['role.name']))].toSorted();
    return roles.length > 0 ? roles : 'sys_user_has_role shows none, and may be hidden';
  } catch (error) {
    if (isDenied(error)) return error.message;
    throw error;
  }
}
