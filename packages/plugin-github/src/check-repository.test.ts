import { expect, it } from 'vitest';
import { openDesk } from './__fixtures__/open-desk.ts';
import type { GitHubOptions } from './__fixtures__/start-github.ts';

async function check(options: GitHubOptions = {}, members = {}) {
  await using desk = await openDesk(options, members);
  const steps = await desk.itsm.check({ online: true });
  return steps.filter(({ ok }) => !ok).map(({ step, detail }) => `${step}: ${detail}`);
}

it('finds nothing wrong with a repository that fits', async () => {
  expect(await check({}, { defaults: { assignees: ['octocat'] } })).toEqual([]);
});

it('says that the repository is public', async () => {
  await using desk = await openDesk({ repository: { private: false } });
  const steps = await desk.itsm.check({ online: true });
  expect(steps.find(({ step }) => step === 'sign in')?.detail).toContain('everybody can read');
});

it('passes where GitHub does not tell the role of the token', async () => {
  expect(await check({ repository: { permissions: undefined } })).toEqual([]);
});

it('passes an installation, whose permissions GitHub shows as none at all', async () => {
  const permissions = { pull: false, push: false, triage: false };
  expect(await check({ repository: { permissions } })).toEqual([]);
});

it.each<[string, GitHubOptions, object, string]>([
  ['another repository', {}, { repository: 'octo/app' }, 'sign in: There is no repository octo/app, or'],
  ['issues off', { repository: { has_issues: false } }, {}, 'issues: octo/ops has issues switched off.'],
  ['an archive', { repository: { archived: true } }, {}, 'issues: octo/ops is archived'],
  ['a reader', { mayPush: false }, {}, 'permission: The user may read only'],
  [
    'a label that is missing',
    { labels: ['severity: high', 'severity: medium', 'severity: low'] },
    {},
    'mapped fields: labels: octo/ops has no "severity: critical".',
  ],
  [
    'a login that nobody has',
    {},
    { defaults: { assignees: ['nobody'] } },
    'mapped fields: assignees: octo/ops has no "nobody".',
  ],
])('finds %s', async (_, options, members, expected) => {
  const failed = await check(options, members);
  expect(failed).toHaveLength(1);
  expect(failed[0]).toContain(expected);
});
