import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAuditedClient } from './__fixtures__/audited-client.ts';
import { type JiraSimulator, startJira } from './start-jira.ts';

let jira: JiraSimulator;
let audited: Awaited<ReturnType<typeof openAuditedClient>>;
beforeEach(async () => {
  jira = await startJira({
    projects: [{ key: 'OPS', issueTypes: ['Incident'], components: ['Platform'], versions: ['1.0'] }],
    customFields: [
      { id: 'customfield_10050', name: 'Team', type: 'select', options: ['SRE'], hasDefault: true },
      { id: 'customfield_10051', name: 'Owner', type: 'user' },
    ],
    users: [{ accountId: 'a1', name: 'ann', email: 'ann@company.com', displayName: 'Ann Ashe', emailHidden: true }],
  });
  audited = await openAuditedClient(jira);
});
afterEach(async () => {
  audited.forget();
  await jira.close();
});

describe('what the site tells about itself, held against what live sites tell', () => {
  type Client = typeof audited.client;
  it.each<[string, (client: Client) => Promise<unknown>, object]>([
    ['the account', client => client.myself.getCurrentUser(), { displayName: 'Integration' }],
    ['the server', client => client.serverInfo.getServerInfo(), { deploymentType: 'Cloud' }],
    ['the priorities', client => client.issuePriorities.searchPriorities(), { total: 5 }],
    [
      'the project',
      client => client.projects.getProject({ projectIdOrKey: 'OPS' }),
      { key: 'OPS', projectTypeKey: 'software', versions: [{ name: '1.0' }] },
    ],
    [
      'its statuses',
      client => client.projects.getAllStatuses({ projectIdOrKey: 'OPS' }),
      [{ name: 'Incident', statuses: expect.arrayContaining([expect.objectContaining({ name: 'Done' })]) }],
    ],
    [
      'its issue types',
      client => client.issues.getCreateIssueMetaIssueTypes({ projectIdOrKey: 'OPS' }),
      { issueTypes: [{ name: 'Incident' }] },
    ],
    [
      'the fields of a type',
      client => client.issues.getCreateIssueMetaIssueTypeId({ projectIdOrKey: 'OPS', issueTypeId: '10001' }),
      { fields: expect.arrayContaining([expect.objectContaining({ fieldId: 'customfield_10050' })]) },
    ],
    [
      'the fields of the site',
      client => client.issueFields.getFields(),
      expect.arrayContaining([expect.objectContaining({ id: 'customfield_10051' })]),
    ],
    ['a user', client => client.users.getUser({ accountId: 'a1' }), { displayName: 'Ann Ashe' }],
    ['users', client => client.userSearch.findUsers({ query: 'ann' }), [{ accountId: 'a1' }]],
    [
      'who can be assigned',
      client => client.userSearch.findAssignableUsers({ project: 'OPS', query: 'ash' }),
      [{ accountId: 'a1' }],
    ],
    [
      'what the account may do',
      client => client.permissions.getMyPermissions({ projectKey: 'OPS', permissions: 'ADD_COMMENTS,LINK_ISSUES' }),
      { permissions: { LINK_ISSUES: { havePermission: true } } },
    ],
  ])('%s', async (_what, read, expected) => {
    expect(await read(audited.client)).toMatchObject(expected);
    expect(audited.surplus()).toEqual([]);
  });

  it('issues, in pages', async () => {
    const fields = { project: { key: 'OPS' }, issuetype: { name: 'Incident' }, summary: 'Disk full' };
    for (let made = 0; made < 3; made++) await audited.client.issues.createIssue({ fields });
    const keys: unknown[] = [];
    let nextPageToken: string | undefined;
    do {
      const asked = { jql: 'project = OPS ORDER BY key', fields: ['summary'], maxResults: 2 };
      const page = await audited.client.issueSearch.searchAndReconsileIssuesUsingJqlPost({
        ...asked,
        ...(nextPageToken ? { nextPageToken } : {}),
      });
      keys.push(...(page.issues ?? []).map(({ key }) => key));
      nextPageToken = page.nextPageToken ?? undefined;
    } while (nextPageToken);
    expect(keys).toEqual(['OPS-1', 'OPS-2', 'OPS-3']);
    expect(audited.surplus()).toEqual([]);
  });
});

describe('the audit', () => {
  it('notes a member that no site sends, and throws at a wrong one', async () => {
    const answer = (body: unknown) => jira.fault({ effect: { kind: 'status', status: 200, body } });
    answer({ accountId: 'a1', nickname: 'Ann' });
    await audited.client.myself.getCurrentUser();
    expect(audited.surplus()).toMatchObject([{ keys: ['nickname'] }]);
    answer({ accountId: 1 });
    await expect(audited.client.myself.getCurrentUser()).rejects.toThrow(/schema/);
  });
});
