import { ItsmError } from '@itsm-bridge/core';
import { z } from 'zod';
import { status } from '../change/read-issue.ts';
import { plainName } from '../fields/plain-name.ts';
import { isSame } from '../fields/read-screen.ts';
import type { Asked, Question } from './check-site.ts';

const answer = z.array(z.looseObject({ name: z.string(), statuses: z.array(status) }));
type Statuses = readonly z.output<typeof status>[];

const categories = { resolve: ['done'], reopen: ['indeterminate', 'new'] } as const;

/**
 * GET …/project/{key}/statuses: the statuses of the issue type. Transitions themselves are shown for an issue only; a name
 * that is no status may be one of those.
 */
export function checkTransitions({ connection, signal }: Asked): readonly Question[] {
  const { api, project, issueType, transitions } = connection;
  const statuses = async (): Promise<Statuses> => {
    const parsed = answer.safeParse((await api.get(`/project/${project}/statuses`, { signal })).data);
    const found = parsed.data?.find(({ name }) => isSame(name, issueType));
    if (!found) throw new ItsmError('unavailable', `Jira answered without the statuses of ${issueType}.`);
    return found.statuses;
  };
  const question = (kind: 'resolve' | 'reopen'): Question => ({
    step: kind,
    hint: `Set ${kind}_transition to one of them, or to the name of a transition.`,
    async ask() {
      const { [kind]: named } = transitions;
      const all = await statuses();
      const fitting = all.filter(({ name, statusCategory }) =>
        named === undefined
          ? categories[kind].some(category => category === statusCategory.key)
          : plainName(name) === plainName(named),
      );
      const list = (some: Statuses) =>
        some.map(({ name, statusCategory }) => `${name} (${statusCategory.key})`).join(', ');
      if (fitting.length > 0) return `${issueType} can become ${list(fitting)}.`;
      const wanted = named === undefined ? `of the category ${categories[kind].join(' or ')}` : `"${named}"`;
      throw new ItsmError('config', `${issueType} has no status ${wanted}; it has ${list(all)}.`);
    },
  });
  return [question('resolve'), question('reopen')];
}
