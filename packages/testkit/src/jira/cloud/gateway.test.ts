import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Asking, ask, basic } from '../../simulator/__fixtures__/ask.ts';
import { isJsonObject } from '../../simulator/is-json-object.ts';
import { type JiraSimulator, startJira } from '../start-jira.ts';

const cloudId = '0a1b2c3d-0000-4000-8000-00000000cafe';
const scoped = basic('integration@company.com', 'scoped');
const client = { client_id: 'robot', client_secret: 's3cret' };
const grant = { grant_type: 'client_credentials', ...client };
const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Disk full', labels: ['k1'] };
const unauthorized = { code: 401, message: 'Unauthorized' };

let now = Date.UTC(2026, 0, 31, 12);
let jira: JiraSimulator;
beforeEach(async () => {
  jira = await startJira({
    now: () => now,
    cloudId,
    scopedTokens: ['scoped'],
    oauthClients: [{ clientId: 'robot', clientSecret: 's3cret' }],
    tokenSeconds: 60,
  });
});
afterEach(() => jira.close());

const send = (line: string, asking: Asking = {}) => ask(jira.url, line, asking);
const atGateway = (path: string, auth?: string) => send(`GET /ex/jira/${cloudId}${path}`, auth ? { auth } : {});
const bearer = async (): Promise<string> => {
  const { body } = await send('POST /oauth/token', { body: grant });
  return `Bearer ${isJsonObject(body) ? body.access_token : ''}`;
};

describe('the gateway', () => {
  it('has an address that anybody can ask the site for', async () => {
    expect(await send('GET /_edge/tenant_info')).toMatchObject({ status: 200, body: { cloudId } });
  });

  it('serves the API of the site to API tokens with scopes and to access tokens', async () => {
    for (const auth of [scoped, await bearer()]) {
      const created = await send(`POST /ex/jira/${cloudId}/rest/api/3/issue`, { auth, body: { fields } });
      expect(created.status).toBe(201);
      expect(created.headers.has('x-seraph-loginreason')).toBe(false);
    }
    expect(jira.issues().map(issue => issue.key)).toEqual(['OPS-1', 'OPS-2']);
    const found = await atGateway('/rest/api/2/search/jql?jql=labels=k1&fields=summary', scoped);
    expect(found.body).toMatchObject({ issues: [{ key: 'OPS-2' }, { key: 'OPS-1' }], isLast: true });
  });

  it('begins every self with itself, and keeps the links that are for people', async () => {
    const self = `${jira.url}/rest/api/3`;
    const property = [{ key: 'itsm', value: { link: `${self}/issue/1` } }];
    await send(`POST /ex/jira/${cloudId}/rest/api/3/issue`, { auth: scoped, body: { fields, properties: property } });
    const { body } = await atGateway('/rest/api/3/issue/OPS-1?properties=*all', scoped);
    const base = `${jira.url}/ex/jira/${cloudId}/rest/api/3`;
    expect(body).toMatchObject({
      self: `${base}/issue/10001`,
      fields: {
        reporter: { self: expect.stringContaining(`${base}/user?accountId=`) },
        status: { self: `${base}/status/10000`, statusCategory: { self: `${base}/statuscategory/2` } },
      },
      properties: { itsm: { link: `${self}/issue/1` } },
    });
    expect(await atGateway('/rest/api/3/serverInfo', scoped)).toMatchObject({ body: { baseUrl: jira.url } });
    const auth = basic('integration@company.com', 'sandbox');
    const atSite = await send('GET /rest/api/3/issue/OPS-1', { auth });
    expect(atSite.body).toMatchObject({
      self: `${self}/issue/10001`,
      fields: { status: { self: `${self}/status/10000` } },
    });
  });

  it('lets files through as they are', async () => {
    await send(`POST /ex/jira/${cloudId}/rest/api/3/issue`, { auth: scoped, body: { fields } });
    const content = Uint8Array.of(0, 255, 123);
    const body = new FormData();
    body.append('file', new File([content], 'graph.png', { type: 'application/json' }));
    const headers = { authorization: scoped, 'x-atlassian-token': 'no-check' };
    const gateway = `${jira.url}/ex/jira/${cloudId}/rest/api/3`;
    await fetch(`${gateway}/issue/OPS-1/attachments`, { method: 'POST', headers, body });
    const file = await fetch(`${gateway}/attachment/content/10001?redirect=false`, { headers });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(content);
  });

  it.each([
    ['no credential', undefined],
    ['an unknown access token', 'Bearer access-token-9'],
    ['an unknown API token', basic('integration@company.com', 'expired')],
    ['an API token with scopes of somebody else', basic('x@example.com', 'scoped')],
  ])('lets nobody in as a stranger: %s', async (_what, auth) => {
    for (const path of ['/rest/api/3/search/jql?jql=labels=k1', '/rest/api/3/serverInfo', '/rest/api/3/myself']) {
      const answer = await atGateway(path, auth);
      expect(answer).toMatchObject({ status: 401, body: unauthorized });
      expect(answer.headers.has('x-seraph-loginreason')).toBe(false);
    }
  });

  it('says of the API token of the site that its scope does not match', async () => {
    const answer = await atGateway('/rest/api/3/myself', basic('integration@company.com', 'sandbox'));
    expect(answer).toMatchObject({ status: 401, body: { code: 401, message: 'Unauthorized; scope does not match' } });
  });

  it('does not know other sites', async () => {
    const path = '/ex/jira/another/rest/api/3/myself';
    const answer = await send(`GET ${path}`, { auth: scoped });
    expect(answer).toMatchObject({ status: 404, body: { status: 404, error: 'Not Found', path } });
  });
});

describe('access tokens of a service account', () => {
  it.each<[string, Asking]>([
    ['JSON', { body: grant }],
    ['a form', { body: `${new URLSearchParams(grant)}`, type: 'application/x-www-form-urlencoded' }],
  ])('are given for %s, a new one each time', async (_what, asking) => {
    const answers = [await send('POST /oauth/token', asking), await send('POST /oauth/token', asking)];
    for (const answer of answers)
      expect(answer).toMatchObject({
        status: 200,
        body: { expires_in: 60, token_type: 'Bearer', scope: expect.any(String) },
      });
    const tokens = answers.map(({ body }) => (isJsonObject(body) ? String(body.access_token) : ''));
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect((await atGateway('/rest/api/3/myself', `Bearer ${token}`)).status).toBe(200);
  });

  it('end when their time is over, each for itself', async () => {
    const first = await bearer();
    now += 59_999;
    const second = await bearer();
    expect((await atGateway('/rest/api/3/myself', first)).status).toBe(200);
    now += 1;
    expect(await atGateway('/rest/api/3/myself', first)).toMatchObject({ status: 401, body: unauthorized });
    expect((await atGateway('/rest/api/3/myself', second)).status).toBe(200);
  });

  it.each<[string, object, number, object]>([
    ['a wrong secret', { client_secret: 'x' }, 401, { error: 'access_denied', error_description: 'Unauthorized' }],
    ['an unknown client', { client_id: 'x' }, 401, { error: 'access_denied', error_description: 'Unauthorized' }],
    ['another grant', { grant_type: 'password' }, 403, { error: 'unsupported_grant_type' }],
    ['no grant', { grant_type: undefined }, 403, { error: 'unsupported_grant_type' }],
  ])('are not given for %s', async (_what, change, status, body) => {
    expect(await send('POST /oauth/token', { body: { ...grant, ...change } })).toMatchObject({ status, body });
  });

  it('are of no use at the site itself', async () => {
    const answer = await send('GET /rest/api/3/myself', { auth: await bearer() });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-seraph-loginreason')).toBe('AUTHENTICATED_FAILED');
  });
});
