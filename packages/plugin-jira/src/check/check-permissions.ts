import { type CheckQuestion, ItsmError } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { JiraSettings } from '../settings.ts';
import type { Asked } from './check-site.ts';

const answer = z.looseObject({ permissions: z.record(z.string(), z.looseObject({ havePermission: z.boolean() })) });

/** By Jira's keys: what people call them, and what does not work without. */
const permissions = {
  BROWSE_PROJECTS: ['Browse Projects', 'look-ups'],
  CREATE_ISSUES: ['Create Issues', 'tickets'],
  EDIT_ISSUES: ['Edit Issues', 'itsm update, and the property that marks a ticket'],
  ADD_COMMENTS: ['Add Comments', 'notes'],
  TRANSITION_ISSUES: ['Transition Issues', 'itsm resolve and itsm reopen'],
  CREATE_ATTACHMENTS: ['Create Attachments', 'itsm attach and the attached report'],
  LINK_ISSUES: ['Link Issues', 'the link to the analysis'],
} as const;

type Permission = keyof typeof permissions;

/** GET …/mypermissions for the project; each that is missing is named with what does not work without it. */
export const checkPermissions = ({ connection: { api, project }, settings, signal }: Asked): CheckQuestion => ({
  step: 'permissions',
  hint: 'Have them granted in the permission scheme of the project; what is not wanted can be switched off (link_analysis, attach_report).',
  async ask() {
    const needed = neededFor(settings);
    const params = { projectKey: project, permissions: needed.join(',') };
    const parsed = answer.safeParse((await api.get('/mypermissions', { params, signal })).data);
    if (!parsed.success) throw new ItsmError('unavailable', 'Jira answered without the permissions of this user.');
    const missing = needed.filter(key => parsed.data.permissions[key]?.havePermission !== true);
    if (missing.length === 0) return `This user has the ${needed.length} that are needed in ${project}.`;
    const named = missing.map(key => `${permissions[key][0]} (for ${permissions[key][1]})`).join(', ');
    throw new ItsmError('auth', `This user lacks in ${project}: ${named}.`);
  },
});

function neededFor({ attach_report, link_analysis }: JiraSettings): readonly Permission[] {
  const unwanted = new Set<string>([
    ...(attach_report === 'never' ? ['CREATE_ATTACHMENTS'] : []),
    ...(link_analysis ? [] : ['LINK_ISSUES']),
  ]);
  return (Object.keys(permissions) as Permission[]).filter(key => !unwanted.has(key));
}
