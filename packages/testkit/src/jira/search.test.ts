import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { isJsonObject } from '../simulator/is-json-object.ts';
import { type JiraSimulator, startJira } from './start-jira.ts';

const auth = basic('integration@company.com', 'sandbox');
const start = Date.UTC(2026, 0, 31, 12, 0);
const minute = 60_000;

let now = start;
let jira: JiraSimulator;
beforeEach(async () => {
  now = start;
  jira = await startJira({
    now: () => now,
    indexLagMs: 1_000,
    projects: [
      { key: 'OPS', issueTypes: ['Task'] },
      { key: 'WEB', name: 'Web Shop', issueTypes: ['Task'] },
    ],
  });
});
afterEach(() => jira.close());

const create = (summary: string, labels: readonly string[] = [], project = 'OPS') => {
  const fields = { project: { key: project }, issuetype: { name: 'Task' }, summary, labels };
  return ask(jira.url, 'POST /rest/api/3/issue', { auth, body: { fields } });
};
const search = (body: object) => ask(jira.url, 'POST /rest/api/3/search/jql', { auth, body });
const found = async (jql: string): Promise<string[]> => {
  const answer = await search({ jql, fields: ['summary'] });
  return [...answer.text.matchAll(/"summary":"([^"]*)"/g)].map(match => match[1] ?? '');
};

describe('JQL', () => {
  beforeEach(async () => {
    await create('Disk full', ['k1', 'rca']);
    now += 10 * minute;
    await create('Disk slow', ['k2', 'rca']);
    now += 10 * minute;
    await create('Shop down', ['k3'], 'WEB');
    now += minute;
  });

  it.each([
    ['labels = k1', ['Disk full']],
    ['labels = "k1"', ['Disk full']],
    ['labels = K1', []],
    ['labels in (k1, "k3", none)', ['Shop down', 'Disk full']],
    ['project = OPS AND labels = rca ORDER BY created ASC', ['Disk full', 'Disk slow']],
    ['project = ops and labels = rca order by key desc', ['Disk slow', 'Disk full']],
    ["project in ('Web Shop')", ['Shop down']],
    ['project in (OPS, WEB) ORDER BY key', ['Disk full', 'Disk slow', 'Shop down']],
    ['project in (OPS, WEB) ORDER BY created DESC, key ASC', ['Shop down', 'Disk slow', 'Disk full']],
    ['key = OPS-2', ['Disk slow']],
    ['key in (OPS-1, WEB-1)', ['Shop down', 'Disk full']],
    ['issuekey = ops-1', ['Disk full']],
    ['created >= "2026-01-31 12:10"', ['Shop down', 'Disk slow']],
    ['created >= "2026/02/01"', []],
    ['created >= -5m', ['Shop down']],
    ['created <= -5m', ['Disk slow', 'Disk full']],
    ['created >= -1d AND summary ~ disk', ['Disk slow', 'Disk full']],
    ['summary ~ "full disk"', ['Disk full']],
    ['summary ~ dis', []],
  ])('%s finds %j', async (jql, expected) => {
    expect(await found(jql)).toEqual(expected);
  });

  it.each(['', 'ORDER BY created DESC'])('refuses the unbounded query "%s"', async jql => {
    const answer = await search({ jql });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      errorMessages: ['Unbounded JQL queries are not allowed here. Please add a search restriction to your query.'],
      errors: {},
    });
  });

  it.each([
    'labels',
    'labels =',
    'labels in k1',
    'labels in ()',
    'labels = k1 AND',
    'labels = a b',
    'labels = k1 OR labels = k2',
    'labels = a@b',
    'labels = "open',
    'labels ~ k1',
    'summary = x',
    'reporter = me',
    'project = NO',
    'created >= soon',
    'labels = k1 ORDER BY votes',
    'labels = k1 ORDER BY key UP',
  ])('refuses %s', async jql => {
    const answer = await search({ jql });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errorMessages: [expect.any(String)], errors: {} });
  });

  it('takes the words AND and ORDER BY inside quotes as words', async () => {
    await create('salt AND pepper ORDER BY mail', ['and']);
    now += minute;
    expect(await found('summary ~ "pepper AND salt ORDER BY"')).toEqual(['salt AND pepper ORDER BY mail']);
    expect(await found('labels = "and"')).toEqual(['salt AND pepper ORDER BY mail']);
  });
});

describe('search/jql', () => {
  it('gives ids and nothing else unless fields are asked for, and never a total', async () => {
    await create('Disk full', ['k1']);
    now += minute;
    expect((await search({ jql: 'labels = k1' })).body).toEqual({ issues: [{ id: '10001' }], isLast: true });
    expect((await search({ jql: 'labels = k1', fields: ['labels'] })).body).toMatchObject({
      issues: [{ id: '10001', key: 'OPS-1', self: `${jira.url}/rest/api/3/issue/10001`, fields: { labels: ['k1'] } }],
    });
    const answer = await ask(jira.url, 'GET /rest/api/3/search/jql?jql=labels%20%3D%20k1&fields=summary,labels', {
      auth,
    });
    expect(answer.body).toMatchObject({ issues: [{ key: 'OPS-1', fields: { summary: 'Disk full', labels: ['k1'] } }] });
  });

  it('pages by token until isLast', async () => {
    for (const name of ['one', 'two', 'three']) await create(name, ['k1']);
    now += minute;
    const jql = 'labels = k1 ORDER BY key';
    const first = await search({ jql, maxResults: 2 });
    expect(first.body).toEqual({
      issues: [{ id: '10001' }, { id: '10002' }],
      isLast: false,
      nextPageToken: expect.any(String),
    });
    const token = isJsonObject(first.body) ? first.body.nextPageToken : undefined;
    const second = await search({ jql, maxResults: 2, nextPageToken: token });
    expect(second.body).toEqual({ issues: [{ id: '10003' }], isLast: true });
    expect((await search({ jql: 'labels = k2', nextPageToken: token })).status).toBe(400);
    expect((await search({ jql, nextPageToken: 'rubbish' })).status).toBe(400);
  });

  it('shows an issue only when it is as old as the index lags, unless it is reconciled', async () => {
    await create('Disk full', ['k1']);
    now += 999;
    expect((await search({ jql: 'labels = k1' })).body).toEqual({ issues: [], isLast: true });
    expect((await search({ jql: 'labels = k1', reconcileIssues: [10001] })).body).toMatchObject({
      issues: [{ id: '10001' }],
    });
    expect((await ask(jira.url, 'GET /rest/api/3/issue/OPS-1', { auth })).status).toBe(200);
    now += 1;
    expect((await search({ jql: 'labels = k1' })).body).toMatchObject({ issues: [{ id: '10001' }] });
  });

  it('refuses members that it does not have', async () => {
    expect((await search({ jql: 'labels = k1', startAt: 0 })).status).toBe(400);
  });

  it.each(['GET', 'POST'])('is the only search left: %s on the old one is 410', async method => {
    for (const version of [2, 3]) {
      const answer = await ask(jira.url, `${method} /rest/api/${version}/search?jql=labels=k1`, { auth });
      expect(answer.status).toBe(410);
      expect(answer.body).toEqual({
        errorMessages: [
          'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046',
        ],
        errors: {},
      });
    }
  });
});
