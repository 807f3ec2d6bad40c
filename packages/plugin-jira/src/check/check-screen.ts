import { type CheckQuestion, ItsmError } from '@itsm-bridge/core';
import type { Asked } from './check-site.ts';

/**
 * What the create screen has: whether the mapping fills it in is asked with a sample, by core. Without the issue type there
 * are neither a screen nor transitions to ask about.
 */
export function checkScreen({
  connection: { project, issueType },
  screen,
  settings,
  signal,
}: Asked): readonly CheckQuestion[] {
  if (!settings.field_check) return [];
  const settable = (field: string, why: string): CheckQuestion => ({
    step: `${field} settable`,
    hint: `Put ${field} on the create screen of ${issueType} in ${project}. ${why}`,
    async ask() {
      if ((await screen.anew(signal)).fields.has(field)) return `${field} is on the create screen.`;
      throw new ItsmError('config', `${field} is not on the create screen.`);
    },
  });
  return [
    {
      step: `issue type ${issueType}`,
      hint: 'Check issue_type; names are those of the project. Its screen and its transitions are asked for once it is there.',
      vital: true,
      async ask() {
        const fields = [...(await screen.anew(signal)).fields.values()];
        const required = fields.filter(field => field.required).map(({ name }) => name);
        return `${issueType} has ${fields.length} fields in ${project}; it requires ${required.join(', ') || 'none'}.`;
      },
    },
    settable('priority', 'Until then tickets have none.'),
    settable('labels', 'Until then a ticket that was moved is not found by its key.'),
  ];
}
