import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from '../page/__fixtures__/words-of.ts';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from './start-jira.ts';

const auth = basic('integration@company.com', 'sandbox');
const description = {
  type: 'doc',
  version: 1,
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Cause' }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'a <b> & c' }] },
  ],
};

let jira: JiraSimulator;
beforeEach(async () => {
  jira = await startJira({ indexLagMs: 60_000 });
  for (const summary of ['<script>one</script>', 'two']) {
    const fields = { project: { key: 'OPS' }, issuetype: { name: 'Incident' }, summary, description };
    await send('POST /rest/api/3/issue', { fields, properties: [{ key: 'itsm', value: summary }] });
  }
});
afterEach(() => jira.close());

const send = (line: string, body?: unknown) => ask(jira.url, line, { auth, body });

describe('reading an issue', () => {
  it('gives every field by key, by id, and by a key in small letters', async () => {
    for (const name of ['OPS-1', '10001', 'ops-1']) {
      const answer = await send(`GET /rest/api/3/issue/${name}`);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        id: '10001',
        key: 'OPS-1',
        self: `${jira.url}/rest/api/3/issue/10001`,
        fields: { description, labels: [], status: { name: 'To Do' }, comment: { total: 0 }, customfield_10001: null },
      });
      expect(answer.body).not.toHaveProperty('properties');
    }
  });

  it('gives only the fields asked for', async () => {
    const answer = await send('GET /rest/api/3/issue/OPS-2?fields=summary,nonsense');
    expect(answer.body).toMatchObject({ fields: { summary: 'two' } });
    expect(answer.body).not.toHaveProperty('fields.labels');
  });

  it('answers 404 for an unknown one', async () => {
    const errorMessages = ['Issue does not exist or you do not have permission to see it.'];
    expect(await send('GET /rest/api/3/issue/OPS-3')).toMatchObject({
      status: 404,
      body: { errorMessages, errors: {} },
    });
  });
});

describe('bulk fetch', () => {
  it('sees issues that search does not show yet, in order of id, and tells which are missing', async () => {
    const body = { issueIdsOrKeys: ['OPS-2', '10001', 'OPS-7', 'OPS-1'], fields: ['summary'], properties: ['itsm'] };
    const answer = await send('POST /rest/api/3/issue/bulkfetch', body);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      issues: [
        { key: 'OPS-1', fields: { summary: '<script>one</script>' }, properties: { itsm: '<script>one</script>' } },
        { key: 'OPS-2', fields: { summary: 'two' }, properties: { itsm: 'two' } },
      ],
      issueErrors: [{ id: 'OPS-7', errorMessage: expect.stringContaining('does not exist') }],
    });
    const search = await send('POST /rest/api/3/search/jql', { jql: 'project = OPS' });
    expect(search.body).toEqual({ issues: [], isLast: true });
  });

  it('takes at most a hundred', async () => {
    const issueIdsOrKeys = Array.from({ length: 101 }, (_, index) => `OPS-${index}`);
    expect((await send('POST /rest/api/3/issue/bulkfetch', { issueIdsOrKeys })).status).toBe(400);
    expect((await send('POST /rest/api/3/issue/bulkfetch', { issueIdsOrKeys: issueIdsOrKeys.slice(1) })).status).toBe(
      200,
    );
  });
});

describe('what the site tells about itself', () => {
  it.each<[string, object]>([
    ['/rest/api/3/myself', { emailAddress: 'integration@company.com', accountId: expect.any(String), active: true }],
    ['/rest/api/2/serverInfo', { deploymentType: 'Cloud', versionNumbers: [1001, 0, 0] }],
    [
      '/rest/api/3/priority/search',
      { total: 5, isLast: true, values: ['Highest', 'High', 'Medium', 'Low', 'Lowest'].map(name => ({ name })) },
    ],
    [
      '/rest/api/3/project/OPS',
      { id: '10000', key: 'OPS', components: [{ name: 'Platform' }], issueTypes: [{ name: 'Incident' }, {}, {}] },
    ],
    [
      '/rest/api/3/issue/createmeta/OPS/issuetypes',
      { startAt: 0, total: 3, issueTypes: [{ id: '10001', name: 'Incident' }, { name: 'Task' }, { name: 'Bug' }] },
    ],
    ['/rest/api/3/issue/createmeta/OPS/issuetypes?startAt=2&maxResults=1', { total: 3, issueTypes: [{ name: 'Bug' }] }],
    [
      '/rest/api/3/issue/createmeta/OPS/issuetypes/10001',
      { fields: expect.arrayContaining([expect.objectContaining({ fieldId: 'summary', required: true })]) },
    ],
    [
      '/rest/api/3/issue/createmeta/OPS/issuetypes/10001',
      {
        fields: expect.arrayContaining([
          expect.objectContaining({
            fieldId: 'customfield_10001',
            schema: expect.objectContaining({ customId: 10001 }),
          }),
        ]),
      },
    ],
  ])('%s', async (path, expected) => {
    const answer = await send(`GET ${path}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject(expected);
  });

  it.each<[string, number, object]>([
    ['GET /rest/api/3/project/NO', 404, { errorMessages: ["No project could be found with key 'NO'."] }],
    ['GET /rest/api/3/issue/createmeta/NO/issuetypes', 404, {}],
    [
      'GET /rest/api/3/issue/createmeta/OPS/issuetypes?maxResults=201',
      400,
      { errorMessages: ["Parameter 'maxResults' must not exceed the limit '200'"] },
    ],
    ['GET /rest/api/3/issue/createmeta/OPS/issuetypes/1', 400, {}],
    ['GET /rest/api/3/nothing', 404, { 'status-code': 404, message: expect.stringContaining('null for uri: ') }],
    ['GET /rest/api/4/myself', 404, { 'status-code': 404 }],
    ['DELETE /rest/api/3/issue/OPS-1', 404, { 'status-code': 404 }],
  ])('%s is refused with %i', async (line, status, expected) => {
    const answer = await send(line);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject(expected);
  });
});

describe('the page a person sees', () => {
  it('shows the issue, escaped, without signing in', async () => {
    const answer = await ask(jira.url, 'GET /browse/OPS-1');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(wordsOf(answer.text)).toContain('OPS-1 <script>one</script>');
    expect(wordsOf(answer.text)).toContain('Priority Medium');
    expect(wordsOf(answer.text)).toContain('Cause a <b> & c');
    expect(answer.text).not.toContain('<script>');
  });

  it('answers 404 for a link to nothing', async () => {
    expect((await ask(jira.url, 'GET /browse/OPS-9')).status).toBe(404);
  });
});
