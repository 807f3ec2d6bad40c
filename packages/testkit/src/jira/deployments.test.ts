import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from './start-jira.ts';

const ann = { accountId: 'a1', name: 'ann', email: 'ann@company.com', displayName: 'Ann Ashe' };
const bob = { accountId: 'b2', name: 'bob', email: 'bob@company.com', displayName: 'Bob Ashe', active: false };
const internal = [{ key: 'sd.public.comment', value: { internal: true } }];
const document = (text: string): unknown => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** How the two say one thing: the same issue, with rich text and users in the words of each. */
const cloud = {
  deployment: 'cloud',
  auth: basic('integration@company.com', 'sandbox'),
  api: '/rest/api/3',
  text: document,
  user: { accountId: 'a1' },
  shown: { accountId: 'a1', accountType: 'atlassian', displayName: 'Ann Ashe' },
  inactive: { accountId: 'b2' },
  other: { name: 'ann' },
  otherRefused: "'accountId' must be the only user identifying query parameter in GDPR strict mode.",
  nobody: [{ accountId: 'z' }, "Account ID 'z' does not exist."],
  typed: 'query',
  visibility: { jsdPublic: false },
  items: 'fields',
  read: { id: 10_001 },
} as const;
const datacenter = {
  deployment: 'datacenter',
  auth: basic('integration', 'sandbox'),
  api: '/rest/api/latest',
  text: (text: string): unknown => text,
  user: { name: 'ann' },
  shown: { name: 'ann', key: 'JIRAUSER10101', displayName: 'Ann Ashe' },
  inactive: { name: 'bob' },
  other: { accountId: 'a1' },
  otherRefused: "expected Object containing a 'name' property",
  nobody: [{ name: 'z' }, "User 'z' does not exist."],
  typed: 'username',
  visibility: {},
  items: 'values',
  read: { id: '10001' },
} as const;

describe.each([cloud, datacenter])('a service project on $deployment', site => {
  let jira: JiraSimulator;
  beforeEach(async () => {
    jira = await startJira({
      deployment: site.deployment,
      users: [ann, bob],
      projects: [{ key: 'OPS', issueTypes: ['Incident'], components: ['Platform'], type: 'service_desk' }],
      customFields: [
        { id: 'customfield_10050', name: 'Team', type: 'select', options: ['SRE'] },
        { id: 'customfield_10051', name: 'Watchers', type: 'multiuser' },
      ],
      transitions: [{ name: 'Resolve', to: 'Done', screen: [{ field: 'resolution', required: true }] }],
    });
  });
  afterEach(() => jira.close());

  const send = (line: string, body?: unknown) => {
    const [method, path] = line.split(' ');
    return ask(jira.url, `${method} ${site.api}/${path}`, { auth: site.auth, body });
  };
  const create = (fields: object = {}) => {
    const minimal = { project: { key: 'OPS' }, issuetype: { name: 'Incident' }, summary: 'Disk full' };
    return send('POST issue', { fields: { ...minimal, ...fields } });
  };
  const upload = (content: string) => {
    const body = new FormData();
    body.append('file', new File([content], 'a graph.txt', { type: 'text/plain' }));
    const headers = { authorization: site.auth, 'x-atlassian-token': 'no-check' };
    return fetch(`${jira.url}${site.api}/issue/OPS-1/attachments`, { method: 'POST', headers, body });
  };

  it('creates an issue with fields and users, and shows them', async () => {
    const fields = {
      description: site.text('Full.'),
      components: [{ name: 'Platform' }],
      customfield_10050: { value: 'SRE' },
      assignee: site.user,
      customfield_10051: [site.user],
    };
    expect(await create(fields)).toMatchObject({ status: 201, body: { key: 'OPS-1' } });
    const { body } = await send('GET issue/OPS-1');
    expect(body).toMatchObject({
      fields: {
        project: { projectTypeKey: 'service_desk' },
        description: site.text('Full.'),
        components: [{ name: 'Platform' }],
        customfield_10050: { value: 'SRE' },
        assignee: site.shown,
        customfield_10051: [site.shown],
      },
    });
    for (const name of Object.keys(site.other)) expect(body).not.toHaveProperty(`fields.assignee.${name}`);
  });

  it.each([
    ['named as on the other deployment', site.other, site.otherRefused],
    ['that does not exist', ...site.nobody],
    ['that is inactive', site.inactive, "User 'Bob Ashe' cannot be assigned issues."],
  ])('refuses a user %s', async (_what, assignee, message) => {
    expect(await create({ assignee })).toMatchObject({ status: 400, body: { errors: { assignee: message } } });
    expect(jira.issues()).toEqual([]);
  });

  it('finds users by its own parameter, and not by that of the other', async () => {
    expect((await send(`GET user/search?${site.typed}=ann`)).body).toMatchObject([site.shown]);
    const assignable = await send(`GET user/assignable/search?project=OPS&${site.typed}=ash`);
    expect(assignable.body).toMatchObject([site.shown]);
    const other = site.typed === 'query' ? 'username' : 'query';
    expect((await send(`GET user/search?${other}=ann`)).status).toBe(400);
    const { body: screen } = await send('GET issue/createmeta/OPS/issuetypes/10001');
    const url = `${jira.url}/rest/api/${site.deployment === 'cloud' ? 3 : 2}/user/search?${site.typed}=`;
    expect(screen).toMatchObject({
      [site.items]: expect.arrayContaining([expect.objectContaining({ fieldId: 'reporter', autoCompleteUrl: url })]),
    });
  });

  it('keeps an attachment, and gives it back from where it says', async () => {
    await create();
    const [attached] = JSON.parse(await (await upload('12.5 %')).text());
    expect(attached).toMatchObject({ id: '10001', filename: 'a graph.txt', size: 6 });
    expect((await send('GET issue/OPS-1?fields=attachment')).body).toMatchObject({
      fields: { attachment: [attached] },
    });
    expect((await send('GET attachment/10001')).body).toMatchObject(site.read);
    expect(await (await fetch(attached.content, { headers: { authorization: site.auth } })).text()).toBe('12.5 %');
    expect(await send('GET attachment/meta')).toMatchObject({ status: 200, body: { enabled: true } });
  });

  it('keeps one remote link for one global id', async () => {
    await create();
    const link = { globalId: 'rca=1', object: { url: 'https://rca.company.com/1', title: 'RCA' } };
    const made = await send('POST issue/OPS-1/remotelink', link);
    const again = await send('POST issue/OPS-1/remotelink', link);
    expect([made.status, again.status]).toEqual([201, 200]);
    expect((await send('GET issue/OPS-1/remotelink')).body).toMatchObject([link]);
    expect(jira.issues()[0]?.remoteLinks).toMatchObject([link]);
  });

  it('moves an issue through the screen of a transition', async () => {
    await create();
    expect((await send('GET issue/OPS-1/transitions?expand=transitions.fields')).body).toMatchObject({
      transitions: [{ id: '11', fields: { resolution: { required: true } } }],
    });
    const move = { transition: { id: '11' } };
    expect((await send('POST issue/OPS-1/transitions', move)).status).toBe(400);
    const fields = { resolution: { name: 'Done' } };
    expect((await send('POST issue/OPS-1/transitions', { ...move, fields })).status).toBe(204);
    expect(jira.issues()[0]?.fields).toMatchObject({ status: { name: 'Done' }, resolution: { name: 'Done' } });
  });

  it('keeps an internal comment from customers, and tells of it in its own way', async () => {
    await create();
    const comment = { body: site.text('Root cause'), properties: internal };
    const added = await send('POST issue/OPS-1/comment', comment);
    expect(added).toMatchObject({ status: 201, body: { body: comment.body, ...site.visibility } });
    expect(Object.keys(Object(added.body)).includes('jsdPublic')).toBe('jsdPublic' in site.visibility);
    await send('PUT issue/OPS-1', { update: { comment: [{ add: { body: site.text('For all') } }] } });
    const { body } = await send('GET issue/OPS-1/comment?expand=properties');
    expect(body).toMatchObject({ comments: [{ properties: internal }, { properties: [] }] });
    expect(jira.issues()[0]?.comments).toMatchObject([{ internal: true }, { internal: false }]);
  });
});
