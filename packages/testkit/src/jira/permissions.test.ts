import { describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { startJira } from './start-jira.ts';

const auth = basic('integration@company.com', 'sandbox');
const everything = [
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'ADD_COMMENTS',
  'TRANSITION_ISSUES',
  'CREATE_ATTACHMENTS',
  'LINK_ISSUES',
];
const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Disk full', labels: ['rca'] };
const doc = { type: 'doc', version: 1, content: [] };
const notOnScreen = (name: string) => `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`;

/** A site with one issue, made before the permission was taken away. */
async function siteWithout(permission: string) {
  const permissions = [...everything];
  const site = await startJira({ permissions });
  await ask(site.url, 'POST /rest/api/3/issue', { auth, body: { fields } });
  permissions.splice(permissions.indexOf(permission), 1);
  return {
    send: (line: string, body?: unknown) => ask(site.url, line, { auth, body }),
    [Symbol.asyncDispose]: () => site.close(),
  };
}

describe('mypermissions', () => {
  it('tells which of those asked for the account has', async () => {
    await using site = await siteWithout('ADD_COMMENTS');
    const answer = await site.send('GET /rest/api/3/mypermissions?projectKey=OPS&permissions=ADD_COMMENTS,EDIT_ISSUES');
    expect(answer).toMatchObject({
      status: 200,
      body: {
        permissions: {
          ADD_COMMENTS: { id: '15', key: 'ADD_COMMENTS', type: 'PROJECT', havePermission: false },
          EDIT_ISSUES: { id: '12', name: 'Edit Issues', havePermission: true },
        },
      },
    });
  });

  it('wants to know which, and of what', async () => {
    await using site = await siteWithout('ADD_COMMENTS');
    expect((await site.send('GET /rest/api/3/mypermissions')).status).toBe(400);
    expect((await site.send('GET /rest/api/3/mypermissions?permissions=FLY')).status).toBe(400);
    expect((await site.send('GET /rest/api/3/mypermissions?permissions=EDIT_ISSUES&projectKey=NO')).status).toBe(404);
  });

  it('grants a stranger nothing', async () => {
    await using site = await startJira();
    const line = 'GET /rest/api/3/mypermissions?permissions=EDIT_ISSUES';
    const answer = await ask(site.url, line, { auth: basic('integration@company.com', 'old') });
    expect(answer).toMatchObject({ status: 200, body: { permissions: { EDIT_ISSUES: { havePermission: false } } } });
  });
});

describe('without the permission', () => {
  it.each<[string, string, unknown, number, object]>([
    [
      'CREATE_ISSUES',
      'POST /rest/api/3/issue',
      { fields },
      400,
      { errors: { summary: notOnScreen('summary'), issuetype: notOnScreen('issuetype') } },
    ],
    [
      'EDIT_ISSUES',
      'PUT /rest/api/3/issue/OPS-1',
      { fields: { summary: 'x' } },
      400,
      { errors: { summary: notOnScreen('summary') } },
    ],
    ['EDIT_ISSUES', 'PUT /rest/api/3/issue/OPS-1/properties/a', 1, 403, {}],
    [
      'ADD_COMMENTS',
      'POST /rest/api/3/issue/OPS-1/comment',
      { body: doc },
      400,
      { errorMessages: ['Integration, you do not have the permission to comment on this issue.'], errors: {} },
    ],
    ['ADD_COMMENTS', 'PUT /rest/api/3/issue/OPS-1', { update: { comment: [{ add: { body: doc } }] } }, 400, {}],
    ['TRANSITION_ISSUES', 'POST /rest/api/3/issue/OPS-1/transitions', { transition: { id: '11' } }, 400, {}],
    ['LINK_ISSUES', 'POST /rest/api/3/issue/OPS-1/remotelink', { object: { url: 'https://a.b', title: 'x' } }, 403, {}],
    ['BROWSE_PROJECTS', 'PUT /rest/api/3/issue/OPS-1', { fields: { summary: 'x' } }, 404, {}],
    ['BROWSE_PROJECTS', 'GET /rest/api/3/issue/OPS-1', undefined, 404, {}],
    ['BROWSE_PROJECTS', 'GET /rest/api/3/project/OPS', undefined, 404, {}],
    ['BROWSE_PROJECTS', 'GET /rest/api/3/search/jql?jql=project=OPS', undefined, 400, {}],
  ])('%s, %s is refused', async (permission, line, body, status, expected) => {
    await using site = await siteWithout(permission);
    expect(await site.send(line, body)).toMatchObject({ status, body: expected });
  });

  it('a comment is still taken from whoever may not edit', async () => {
    await using site = await siteWithout('EDIT_ISSUES');
    const update = { comment: [{ add: { body: doc } }] };
    expect((await site.send('PUT /rest/api/3/issue/OPS-1', { update })).status).toBe(204);
  });

  it('no transition is open, and no issue type can be created', async () => {
    await using still = await siteWithout('TRANSITION_ISSUES');
    expect((await still.send('GET /rest/api/3/issue/OPS-1/transitions')).body).toMatchObject({ transitions: [] });
    await using closed = await siteWithout('CREATE_ISSUES');
    expect((await closed.send('GET /rest/api/3/issue/createmeta/OPS/issuetypes')).body).toMatchObject({ total: 0 });
  });

  it('no file is attached', async () => {
    await using site = await startJira({ permissions: everything.filter(key => key !== 'CREATE_ATTACHMENTS') });
    await ask(site.url, 'POST /rest/api/3/issue', { auth, body: { fields } });
    const body = new FormData();
    body.append('file', new File(['x'], 'x.txt'));
    const headers = { authorization: auth, 'x-atlassian-token': 'no-check' };
    const answer = await fetch(`${site.url}/rest/api/3/issue/OPS-1/attachments`, { method: 'POST', headers, body });
    expect(answer.status).toBe(403);
  });

  it('to browse, a search for a label finds nothing and says nothing', async () => {
    await using site = await siteWithout('BROWSE_PROJECTS');
    const answer = await site.send('POST /rest/api/3/search/jql', { jql: 'labels = rca' });
    expect(answer).toMatchObject({ status: 200, body: { issues: [], isLast: true } });
  });
});
