import { askQuestions, type Call, type CheckStep, ItsmError, readOnce } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Connection } from './connection.ts';

const repositoryShown = z.object({
  has_issues: z.boolean(),
  archived: z.boolean().default(false),
  private: z.boolean(),
  permissions: z
    .object({ pull: z.boolean().default(true), push: z.boolean().default(false), triage: z.boolean().default(false) })
    .optional(),
});

/**
 * GET /repos/{owner}/{repo} answers all of it. It is asked instead of GET /user, which an installation has not, and instead
 * of GET /rate_limit, which a server without limits answers 404.
 */
export function checkRepository({ http, path, repository }: Connection, { signal }: Call): AsyncIterable<CheckStep> {
  const look = readOnce(async () => {
    const parsed = repositoryShown.safeParse((await http.get(path, { signal })).data);
    if (!parsed.success) throw new ItsmError('config', `GET ${path} was answered without a repository.`);
    return parsed.data;
  });
  return askQuestions([
    {
      step: 'sign in',
      hint: 'Check endpoint, repository, proxy and the token: its end, its repositories, its single sign-on.',
      vital: true,
      async ask() {
        const shown = await look();
        return `${repository} is ${shown.private ? 'private' : 'public: everybody can read reports and notes'}.`;
      },
    },
    {
      step: 'issues',
      hint: 'Switch issues on in the settings of the repository, or name another one.',
      async ask() {
        const { has_issues, archived } = await look();
        if (archived) throw new ItsmError('config', `${repository} is archived: nothing can be written there.`);
        if (!has_issues) throw new ItsmError('config', `${repository} has issues switched off.`);
        return 'Issues are on.';
      },
    },
    {
      step: 'permission',
      hint: 'Give the user of the token the role Triage or Write, and the token "Issues: write".',
      async ask() {
        const { permissions } = await look();
        // The repository was just read: permissions without `pull` are not those of this token (app installations).
        if (!permissions?.pull) return 'GitHub does not tell the role of this token; only a write would show it.';
        const { push, triage } = permissions;
        if (!push && !triage)
          throw new ItsmError('config', 'The user may read only: labels, assignees and milestone would be dropped.');
        return `The role is ${push ? 'Write' : 'Triage'}; that the token may write issues, only a write shows.`;
      },
    },
  ]);
}
