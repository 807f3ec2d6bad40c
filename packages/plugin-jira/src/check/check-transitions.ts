import { type CheckQuestion, ItsmError, readOnce } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { categories } from '../change/choose-transition.ts';
import { listTransitions } from '../change/list-transitions.ts';
import { status } from '../change/read-issue.ts';
import { plainName } from '../fields/plain-name.ts';
import { isSame } from '../fields/read-screen.ts';
import { newestIssues } from '../look/newest-issues.ts';
import type { Connection } from '../site/connection.ts';
import type { Asked } from './check-site.ts';

const answer = z.array(z.looseObject({ name: z.string(), statuses: z.array(status) }));
type Statuses = readonly z.output<typeof status>[];

/**
 * GET …/project/{key}/statuses: the statuses of the issue type. Transitions are shown for an issue only: a name that is no
 * status may be one of those that the newest issue has.
 */
export function checkTransitions({ connection, signal }: Asked): readonly CheckQuestion[] {
  const { api, project, issueType, transitions } = connection;
  const readStatuses = readOnce(async (): Promise<Statuses> => {
    const parsed = answer.safeParse((await api.get(`/project/${project}/statuses`, { signal })).data);
    const found = parsed.data?.find(({ name }) => isSame(name, issueType));
    if (!found) throw new ItsmError('unavailable', `Jira answered without the statuses of ${issueType}.`);
    return found.statuses;
  });
  const question = (kind: 'resolve' | 'reopen'): CheckQuestion => ({
    step: kind,
    hint: `Set ${kind}_transition to one of them, or to the name of a transition.`,
    async ask() {
      const { [kind]: named } = transitions;
      const all = await readStatuses();
      const fitting = all.filter(({ name, statusCategory }) =>
        named === undefined
          ? categories[kind].some(category => category === statusCategory.key)
          : plainName(name) === plainName(named),
      );
      if (fitting.length > 0) return `${issueType} can become ${list(fitting)}.`;
      if (named === undefined) {
        const wanted = categories[kind].join(' or ');
        throw new ItsmError('config', `${issueType} has no status of the category ${wanted}; it has ${list(all)}.`);
      }
      return transitionOfNewest(connection, named, `${issueType} has ${list(all)}`, signal);
    },
  });
  return [question('resolve'), question('reopen')];
}

async function transitionOfNewest(connection: Connection, named: string, has: string, signal: AbortSignal) {
  const { issues } = await newestIssues(connection, signal);
  const [newest] = issues;
  if (!newest) return `"${named}" is no status; whether it is a transition is seen once there is an issue.`;
  const open = await listTransitions(connection, newest, { signal });
  if (open.some(({ name }) => plainName(name) === plainName(named)))
    return `${newest.key} has the transition "${named}".`;
  const names = open.map(({ name }) => name).join(', ') || 'none';
  throw new ItsmError(
    'config',
    `"${named}" is neither a status nor a transition; ${has}, and ${newest.key} has ${names}.`,
  );
}

const list = (some: Statuses): string =>
  some.map(({ name, statusCategory }) => `${name} (${statusCategory.key})`).join(', ');
