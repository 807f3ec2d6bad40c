import { expect, it } from 'vitest';
import { ask, basic } from '../../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from '../start-jira.ts';

const auth = basic('integration', 'sandbox');
const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Disk full' };
const deployment = 'datacenter';

const send = (jira: JiraSimulator, line: string, body?: unknown) => ask(jira.url, line, { auth, body });

it('Data Center tells of every permission, whichever are asked for', async () => {
  await using jira = await startJira({ deployment, permissions: ['BROWSE_PROJECTS', 'CREATE_ISSUES'] });
  for (const asked of ['', '&permissions=ADD_COMMENTS', '&permissions=FLY']) {
    const { status, body } = await send(jira, `GET /rest/api/2/mypermissions?projectKey=OPS${asked}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      permissions: {
        CREATE_ISSUES: { havePermission: true },
        ADD_COMMENTS: { key: 'ADD_COMMENTS', havePermission: false },
        LINK_ISSUES: { havePermission: false },
      },
    });
  }
  expect((await send(jira, 'GET /rest/api/2/mypermissions?projectKey=NO')).status).toBe(404);
});

it('Data Center refuses a write without the permission for it, in the words of the site', async () => {
  await using jira = await startJira({
    deployment,
    permissions: ['BROWSE_PROJECTS', 'CREATE_ISSUES'],
    localise: message => `<${message}>`,
  });
  await send(jira, 'POST /rest/api/2/issue', { fields });
  expect(await send(jira, 'POST /rest/api/2/issue/OPS-1/comment', { body: 'x' })).toMatchObject({
    status: 400,
    body: { errorMessages: ['<Integration, you do not have the permission to comment on this issue.>'] },
  });
});

it('Data Center does not count the writes to one issue', async () => {
  await using jira = await startJira({ deployment, perIssueWrites: true, now: () => 0 });
  await send(jira, 'POST /rest/api/2/issue', { fields });
  for (let sent = 0; sent < 21; sent++)
    expect((await send(jira, 'PUT /rest/api/2/issue/OPS-1/properties/a', sent)).status).toBeLessThan(300);
});
