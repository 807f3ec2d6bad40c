import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from './start-jira.ts';

const auth = basic('integration@company.com', 'sandbox');
const said = (text: string): unknown => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const noIssue = { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} };

let jira: JiraSimulator;
beforeEach(async () => {
  jira = await startJira({ now: () => Date.UTC(2026, 0, 31) });
  const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Disk full', labels: ['rca'] };
  await send('POST /rest/api/3/issue', { fields });
});
afterEach(() => jira.close());

const send = (line: string, body?: unknown) => ask(jira.url, line, { auth, body });
const edit = (body: unknown) => send('PUT /rest/api/3/issue/OPS-1', body);
const issue = () => jira.issues()[0];

describe('comments', () => {
  it('are added with 201 and listed oldest first', async () => {
    const answer = await send('POST /rest/api/3/issue/OPS-1/comment', { body: said('one') });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      id: '10001',
      self: `${jira.url}/rest/api/3/issue/10001/comment/10001`,
      body: said('one'),
      author: { emailAddress: 'integration@company.com' },
      created: '2026-01-31T00:00:00.000+0000',
      jsdPublic: true,
    });
    await send('POST /rest/api/2/issue/OPS-1/comment', { body: 'two' });
    const listed = await send('GET /rest/api/3/issue/OPS-1/comment');
    expect(listed.body).toMatchObject({
      startAt: 0,
      total: 2,
      comments: [{ body: said('one') }, { body: said('two') }],
    });
    expect((await send('GET /rest/api/2/issue/OPS-1?fields=comment')).body).toMatchObject({
      fields: { comment: { comments: [{ body: 'one' }, { body: 'two' }] } },
    });
  });

  it('keep their properties, added by an edit too, and show them only when they are asked for', async () => {
    const properties = [{ key: 'mark', value: { id: 1 } }];
    await edit({ update: { comment: [{ add: { body: said('one'), properties } }] } });
    await send('POST /rest/api/3/issue/OPS-1/comment', { body: said('two'), properties: [] });
    const path = 'GET /rest/api/3/issue/OPS-1/comment';
    expect((await send(path)).text).not.toContain('properties');
    const newestFirst = await send(`${path}?expand=properties&orderBy=-created`);
    expect(newestFirst.body).toMatchObject({
      comments: [
        { body: said('two'), properties: [] },
        { body: said('one'), properties },
      ],
    });
    const page = await send(`${path}?startAt=1&maxResults=1`);
    expect(page.body).toMatchObject({ startAt: 1, maxResults: 1, total: 2, comments: [{ body: said('two') }] });
  });

  it.each<[string, string, unknown, object]>([
    ['a string on v3', '3', 'x', { errorMessages: [], errors: { comment: 'Comment body is not valid!' } }],
    ['no body', '3', undefined, { errorMessages: [], errors: { comment: 'Comment body is not valid!' } }],
    ['an empty string on v2', '2', '', { errorMessages: [], errors: { comment: 'Comment body can not be empty!' } }],
    ['an empty text node', '3', said(''), { errorMessages: ['INVALID_INPUT'], errors: {} }],
    [
      'more than 32,767 characters',
      '2',
      'x'.repeat(32_768),
      {
        errorMessages: [],
        errors: { comment: 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.' },
      },
    ],
  ])('are refused with %s', async (_what, version, body, errors) => {
    const answer = await send(`POST /rest/api/${version}/issue/OPS-1/comment`, { body });
    expect(answer).toMatchObject({ status: 400, body: errors });
    expect(issue()?.comments).toEqual([]);
  });

  it('of an unknown issue are 404', async () => {
    for (const method of ['GET', 'POST']) {
      const body = method === 'POST' ? { body: said('x') } : undefined;
      expect(await send(`${method} /rest/api/3/issue/OPS-9/comment`, body)).toMatchObject({
        status: 404,
        body: noIssue,
      });
    }
  });
});
