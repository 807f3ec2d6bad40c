import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from '../start-jira.ts';

const auth = basic('integration', 'sandbox');
const doc = { type: 'doc', version: 1, content: [] };
const minimal = { project: { key: 'OPS' }, issuetype: { name: 'Incident' }, summary: 'Disk full' };
const user = { name: 'integration', key: 'JIRAUSER10100', displayName: 'Integration' };

let jira: JiraSimulator;
beforeEach(async () => {
  jira = await startJira({ deployment: 'datacenter' });
});
afterEach(() => jira.close());

const send = (line: string, body?: unknown) => ask(jira.url, line, { auth, body });
const create = (fields: object = {}, more: object = {}) =>
  send('POST /rest/api/2/issue', { fields: { ...minimal, ...fields }, ...more });

describe('Data Center', () => {
  it.each<[string, unknown]>([
    [
      'GET /rest/api/2/serverInfo',
      expect.objectContaining({ deploymentType: 'Server', version: '10.3.13', versionNumbers: [10, 3, 13] }),
    ],
    ['GET /rest/api/latest/myself', expect.objectContaining(user)],
    ['GET /rest/api/2/project/OPS', expect.objectContaining({ key: 'OPS' })],
    [
      'GET /rest/api/2/priority',
      ['Highest', 'High', 'Medium', 'Low', 'Lowest'].map(name => expect.objectContaining({ name })),
    ],
    [
      'GET /rest/api/2/issue/createmeta/OPS/issuetypes?maxResults=2',
      {
        values: [expect.objectContaining({ name: 'Incident' }), expect.objectContaining({ name: 'Task' })],
        isLast: false,
        startAt: 0,
        maxResults: 2,
        total: 3,
      },
    ],
    [
      'GET /rest/api/2/issue/createmeta/OPS/issuetypes/10001',
      expect.objectContaining({
        values: expect.arrayContaining([expect.objectContaining({ fieldId: 'summary', required: true })]),
        isLast: true,
      }),
    ],
  ])('%s', async (line, expected) => {
    const answer = await send(line);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(expected);
  });

  it.each([
    ['GET /rest/api/2/search/jql?jql=project=OPS', 404, 'HTTP 404 Not Found'],
    ['POST /rest/api/2/search/jql', 404, 'HTTP 404 Not Found'],
    ['GET /rest/api/2/priority/search', 404, 'HTTP 404 Not Found'],
    ['POST /rest/api/2/issue/bulkfetch', 405, 'HTTP 405 Method Not Allowed'],
  ])('has nothing of what only Cloud has: %s is %i', async (line, status, message) => {
    const answer = await send(line, line.startsWith('POST') ? {} : undefined);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ message, 'status-code': status, 'sub-code': -1 });
  });

  it.each(['/rest/api/3/myself', '/rest/api/3/search/jql', '/_edge/tenant_info', '/ex/jira/1/rest/api/2/myself'])(
    'has no version 3 and no gateway: %s is a page for people',
    async path => {
      const answer = await send(`GET ${path}`);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('text/html');
    },
  );
});

describe('an issue of Data Center', () => {
  it('is made, read, edited, commented and moved, with markup for rich text and names for users', async () => {
    const description = 'h2. Cause\n{code}\nx *y*\n{code}';
    const properties = [{ key: 'itsm', value: { key: 'k1' } }];
    const created = await create({ description, labels: ['k1'] }, { properties });
    expect(created.body).toEqual({ id: '10001', key: 'OPS-1', self: `${jira.url}/rest/api/2/issue/10001` });
    expect((await send('PUT /rest/api/2/issue/OPS-1', { update: { labels: [{ add: 'k2' }] } })).status).toBe(204);
    const comment = await send('POST /rest/api/2/issue/OPS-1/comment', { body: '*again*' });
    expect(comment).toMatchObject({ status: 201, body: { author: user, updateAuthor: user, body: '*again*' } });
    expect(comment.body).not.toHaveProperty('jsdPublic');
    const moved = await send('POST /rest/api/2/issue/OPS-1/transitions', { transition: { id: '31' } });
    expect(moved.status).toBe(204);

    const { body } = await send('GET /rest/api/latest/issue/OPS-1?properties=itsm');
    expect(body).toMatchObject({
      fields: {
        description,
        labels: ['k1', 'k2'],
        reporter: user,
        creator: user,
        status: { name: 'Done' },
        comment: { comments: [{ author: user, body: '*again*' }] },
      },
      properties: { itsm: { key: 'k1' } },
    });
    expect(body).not.toHaveProperty('fields.reporter.accountId');
    const property = await send('GET /rest/api/2/issue/OPS-1/properties/itsm');
    expect(property.body).toEqual({ key: 'itsm', value: { key: 'k1' } });
  });

  it.each<[string, object, object]>([
    ['a document as description', { description: doc }, { description: 'Operation value must be a string' }],
    ['a summary of 256', { summary: 'x'.repeat(256) }, { summary: 'Summary must be less than 255 characters.' }],
    ['a label with a space', { labels: ['x y'] }, { labels: "The label 'x y' contains spaces which is invalid." }],
  ])('is refused with %s', async (_what, fields, errors) => {
    expect(await create(fields)).toMatchObject({ status: 400, body: { errorMessages: [], errors } });
    expect(jira.issues()).toEqual([]);
  });

  it('takes no document as a comment', async () => {
    await create();
    const answer = await send('POST /rest/api/2/issue/OPS-1/comment', { body: doc });
    expect(answer).toMatchObject({
      status: 400,
      body: { errorMessages: [expect.stringContaining('START_OBJECT')], errors: {} },
    });
    expect(jira.issues()[0]?.comments).toEqual([]);
  });
});
