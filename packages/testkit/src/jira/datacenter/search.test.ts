import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from '../start-jira.ts';

const auth = basic('integration', 'sandbox');
const unknownKey = (key: string): string => `An issue with key '${key}' does not exist for field 'key'.`;

let jira: JiraSimulator;
beforeEach(async () => {
  jira = await startJira({ deployment: 'datacenter' });
  for (const summary of ['one', 'two', 'three']) {
    const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary, labels: ['k1'] };
    await ask(jira.url, 'POST /rest/api/2/issue', { auth, body: { fields } });
  }
});
afterEach(() => jira.close());

const byBody = (body: object) => ask(jira.url, 'POST /rest/api/2/search', { auth, body });
const byQuery = (query: Record<string, string>) =>
  ask(jira.url, `GET /rest/api/2/search?${new URLSearchParams(query)}`, { auth });

describe('the search of Data Center', () => {
  it('counts all it found, and shows a page of it with the fields asked for', async () => {
    const jql = 'labels = k1 ORDER BY key';
    const page = { startAt: 1, maxResults: 1, total: 3, issues: [{ key: 'OPS-2', fields: { summary: 'two' } }] };
    const found = await byBody({ jql, startAt: 1, maxResults: 1, fields: ['summary'] });
    expect(found).toMatchObject({ status: 200, body: page });
    expect(found.body).not.toHaveProperty('issues.0.fields.labels');
    const same = await byQuery({ jql, startAt: '1', maxResults: '1', fields: 'summary' });
    expect(same.body).toEqual(found.body);
  });

  it('shows 50 issues with every navigable field unless asked otherwise, and never more than 1,000', async () => {
    expect((await byQuery({ jql: '' })).body).toMatchObject({
      maxResults: 50,
      total: 3,
      issues: [{ fields: { summary: 'three', labels: ['k1'] } }, {}, {}],
    });
    expect((await byBody({ jql: '', maxResults: 5_000 })).body).toMatchObject({ maxResults: 1_000 });
    expect((await byBody({ jql: '', maxResults: 0 })).body).toMatchObject({ maxResults: 0, total: 3, issues: [] });
    expect((await byBody({ jql: '', startAt: 9 })).body).toMatchObject({ total: 3, issues: [] });
  });

  it('refuses a key that does not exist, and tells all of them', async () => {
    const jql = 'key in (OPS-1, OPS-8, NO-1, nonsense)';
    const errorMessages = [
      unknownKey('OPS-8'),
      unknownKey('NO-1'),
      "The issue key 'nonsense' for field 'key' is invalid.",
    ];
    for (const validateQuery of [undefined, true, 'strict', 'true'])
      expect(await byBody({ jql, validateQuery })).toMatchObject({ status: 400, body: { errorMessages, errors: {} } });
  });

  it('finds what there is all the same where it is not to judge the query', async () => {
    const query = { jql: 'key in (OPS-1, OPS-8)', fields: 'summary' };
    const issues = [{ key: 'OPS-1' }];
    for (const validateQuery of ['false', 'none']) {
      const answer = await byQuery({ ...query, validateQuery });
      expect(answer).toMatchObject({ status: 200, body: { total: 1, issues } });
      expect(answer.body).not.toHaveProperty('warningMessages');
    }
    expect((await byBody({ ...query, fields: ['summary'], validateQuery: false })).body).toMatchObject({ issues });
    const warned = await byQuery({ ...query, validateQuery: 'warn' });
    expect(warned.body).toMatchObject({ issues, warningMessages: [unknownKey('OPS-8')] });
  });

  it.each([
    ['project = NO', "The value 'NO' does not exist for the field 'project'."],
    ['created >= soon', "Date value 'soon' for field 'created' is invalid."],
    ['labels = a b', expect.stringContaining('Error in the JQL Query')],
  ])('refuses %s', async (jql, message) => {
    expect(await byBody({ jql })).toMatchObject({ status: 400, body: { errorMessages: [message] } });
  });

  it('knows no issue properties and nothing else that Cloud has', async () => {
    for (const name of ['properties', 'nextPageToken', 'reconcileIssues']) {
      const answer = await byBody({ jql: '', [name]: ['itsm'] });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain(`Unrecognized field \\"${name}\\"`);
    }
  });

  it('sees an issue at once, unless the index is told to lag; a single issue comes from the records', async () => {
    await using lagging = await startJira({ deployment: 'datacenter', indexLagMs: 1_000, now: () => 0 });
    const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'new', labels: ['k9'] };
    await ask(lagging.url, 'POST /rest/api/2/issue', { auth, body: { fields } });
    const search = 'GET /rest/api/2/search?jql=key=OPS-1';
    expect((await ask(lagging.url, search, { auth })).body).toMatchObject({ total: 0 });
    expect((await ask(lagging.url, 'GET /rest/api/2/issue/OPS-1', { auth })).status).toBe(200);
  });
});
