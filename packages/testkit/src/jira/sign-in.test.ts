import { describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { startJira } from './start-jira.ts';

const good = basic('integration@company.com', 'sandbox');
const bad = basic('integration@company.com', 'expired');
const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Disk full', labels: ['k1'] };
const notAuthenticated = { errorMessages: ['Client must be authenticated to access this resource.'], errors: {} };

describe('a bad credential is treated as nobody, and only a header tells', () => {
  it.each<[string, unknown, number, unknown]>([
    ['GET /rest/api/3/myself', undefined, 401, notAuthenticated],
    ['POST /rest/api/3/issue', { fields }, 401, notAuthenticated],
    ['PUT /rest/api/3/issue/OPS-1', { fields: { summary: 'x' } }, 401, notAuthenticated],
    ['POST /rest/api/2/issue/OPS-1/comment', { body: 'x' }, 401, notAuthenticated],
    ['PUT /rest/api/3/issue/OPS-1/properties/a', { a: 1 }, 401, notAuthenticated],
    ['POST /rest/api/3/search/jql', { jql: 'labels = k1' }, 200, { issues: [], isLast: true }],
    ['GET /rest/api/3/search/jql?jql=labels=k1', undefined, 200, { issues: [], isLast: true }],
    ['POST /rest/api/3/search/jql', { jql: '' }, 400, expect.anything()],
    ['GET /rest/api/3/issue/OPS-1', undefined, 404, expect.anything()],
    ['GET /rest/api/3/issue/OPS-1/comment', undefined, 404, expect.anything()],
    ['GET /rest/api/3/issue/OPS-1/properties', undefined, 404, expect.anything()],
    ['POST /rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['OPS-1'] }, 200, expect.objectContaining({ issues: [] })],
    ['GET /rest/api/3/project/OPS', undefined, 404, expect.anything()],
    ['GET /rest/api/3/serverInfo', undefined, 200, expect.anything()],
  ])('%s', async (line, body, status, expected) => {
    await using jira = await startJira();
    await ask(jira.url, 'POST /rest/api/3/issue', { auth: good, body: { fields } });
    const before = jira.issues();
    const answer = await ask(jira.url, line, { auth: bad, body });
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual(expected);
    expect(answer.headers.get('x-seraph-loginreason')).toBe('AUTHENTICATED_FAILED');
    expect(jira.issues()).toEqual(before);
  });
});

describe('signing in to Jira', () => {
  it('takes the given account and bearer tokens, and never sends them that header', async () => {
    await using jira = await startJira({ email: 'bot@example.com', token: 't:1', bearerTokens: ['b1'] });
    for (const auth of [basic('bot@example.com', 't:1'), 'Bearer b1'])
      for (const path of ['myself', 'issue/OPS-1', 'search/jql?jql=labels=k1']) {
        const answer = await ask(jira.url, `GET /rest/api/3/${path}`, { auth });
        expect(answer.status).not.toBe(401);
        expect(answer.headers.has('x-seraph-loginreason')).toBe(false);
      }
    expect((await ask(jira.url, 'GET /rest/api/3/myself', { auth: good })).status).toBe(401);
    expect((await ask(jira.url, 'GET /rest/api/3/myself', { auth: 'Bearer t:1' })).status).toBe(401);
  });

  it('takes an API token with scopes for any other bad one: it is good at the gateway alone', async () => {
    await using jira = await startJira({ scopedTokens: ['scoped'] });
    await ask(jira.url, 'POST /rest/api/3/issue', { auth: good, body: { fields } });
    const auth = basic('integration@company.com', 'scoped');
    expect(await ask(jira.url, 'GET /rest/api/3/myself', { auth })).toMatchObject({ status: 401 });
    const found = await ask(jira.url, 'GET /rest/api/3/search/jql?jql=labels=k1', { auth });
    expect(found).toMatchObject({ status: 200, body: { issues: [], isLast: true } });
    expect(found.headers.get('x-seraph-loginreason')).toBe('AUTHENTICATED_FAILED');
  });

  it('treats a request without a credential as nobody too, without the header', async () => {
    await using jira = await startJira();
    const answer = await ask(jira.url, 'POST /rest/api/3/issue', { body: { fields } });
    expect(answer).toMatchObject({ status: 401, body: notAuthenticated });
    expect(answer.headers.has('x-seraph-loginreason')).toBe(false);
  });
});
