import { type CheckQuestion, ItsmError } from '@itsm-bridge/core';
import type { Asked } from './check-instance.ts';

/** Roles of the base system of which one lets a user create and write the table. */
const writers: ReadonlyMap<string, readonly string[]> = new Map([
  ['incident', ['itil', 'sn_incident_write']],
  ['problem', ['itil', 'sn_problem_write']],
  ['change_request', ['itil', 'sn_change_write']],
  ['sn_si_incident', ['sn_si.analyst', 'sn_si.admin', 'sn_si.basic', 'sn_si.integration_user']],
]);

/**
 * The roles of this user. Most users may not read them: that is told and is no failure, and neither is a table of one's
 * own, whose roles only its owner knows. Where a transform map creates, the table's own role is for later changes.
 */
export function checkRoles({ connection: { table }, settings, roles }: Asked): CheckQuestion {
  const needed = writers.get(table);
  const named = needed?.join(' or ') ?? 'the role of the table';
  return {
    step: 'roles',
    hint: `Give the user ${named}; a role of your own has to contain it.`,
    async ask() {
      const own = await roles();
      if (typeof own === 'string') return `The roles of this user are not told: ${own}.`;
      const has = `This user has ${own.join(', ')}`;
      if (!needed || own.some(role => role === 'admin' || needed.includes(role))) return `${has}.`;
      if (settings.import_set) return `${has}; to change a ticket later, ${table} asks for ${named}.`;
      throw new ItsmError('auth', `${has}, and lacks ${named}, which ${table} asks for.`);
    },
  };
}
