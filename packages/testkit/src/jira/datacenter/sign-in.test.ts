import { describe, expect, it } from 'vitest';
import { type Asking, ask, basic } from '../../simulator/__fixtures__/ask.ts';
import { isJsonObject } from '../../simulator/is-json-object.ts';
import { startJira } from '../start-jira.ts';

const deployment = 'datacenter';
const good = basic('integration', 'sandbox');
const bad = basic('integration', 'wrong');
const myself = 'GET /rest/api/2/myself';
const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Disk full', labels: ['k1'] };
const everything = [myself, 'GET /rest/api/2/serverInfo', 'GET /rest/api/2/search?jql=', 'GET /rest/api/3/myself'];

describe('signing in to Data Center', () => {
  it('takes the password of the account, and its personal access tokens', async () => {
    await using jira = await startJira({ deployment, username: 'bot', token: 'p:w', bearerTokens: ['pat'] });
    for (const auth of [basic('bot', 'p:w'), 'Bearer pat']) {
      const answer = await ask(jira.url, myself, { auth });
      expect(answer).toMatchObject({ status: 200, body: { name: 'bot', key: 'JIRAUSER10100' } });
      expect(answer.headers.has('x-seraph-loginreason')).toBe(false);
    }
    for (const auth of [good, 'Bearer p:w', basic('integration@company.com', 'p:w')])
      expect((await ask(jira.url, myself, { auth })).status).toBe(401);
  });

  it.each([
    ['a wrong password', bad, true],
    ['an unknown user', basic('nobody', 'sandbox'), true],
    ['a wrong token', 'Bearer expired', false],
  ])('keeps %s out of everything, with a page and a header', async (_what, auth, saysBasic) => {
    await using jira = await startJira({ deployment, passwordAttempts: 9 });
    for (const line of everything) {
      const answer = await ask(jira.url, line, { auth });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('x-seraph-loginreason')).toBe('AUTHENTICATED_FAILED');
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(answer.text).toContain('Unauthorized (401)');
      expect(answer.text.includes('Basic Authentication Failure')).toBe(saysBasic);
    }
  });

  it('asks for a CAPTCHA after wrong passwords in a row, and then refuses the right one too', async () => {
    await using jira = await startJira({ deployment, passwordAttempts: 2, bearerTokens: ['pat'] });
    const status = async (auth: string): Promise<number> => (await ask(jira.url, myself, { auth })).status;
    for (const auth of [bad, 'Bearer x', 'Bearer x', good, bad, bad]) await status(auth);
    const answer = await ask(jira.url, 'GET /rest/api/2/serverInfo', { auth: good });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('x-seraph-loginreason')).toBe('AUTHENTICATION_DENIED');
    expect(answer.headers.get('x-authentication-denied-reason')).toBe(
      `CAPTCHA_CHALLENGE; login-url=${jira.url}/login.jsp`,
    );
    expect(await status('Bearer pat')).toBe(200);
  });

  it('forgets the wrong passwords before a right one', async () => {
    await using jira = await startJira({ deployment, passwordAttempts: 2 });
    for (const auth of [bad, good, bad, good]) await ask(jira.url, myself, { auth });
    expect((await ask(jira.url, myself, { auth: good })).status).toBe(200);
  });

  it.each<[string, number, object]>([
    [myself, 401, { message: 'Client must be authenticated to access this resource.', 'status-code': 401 }],
    ['POST /rest/api/2/issue', 401, { 'status-code': 401 }],
    ['PUT /rest/api/2/issue/OPS-1', 401, { 'status-code': 401 }],
    ['GET /rest/api/2/issue/OPS-1/comment', 401, { 'status-code': 401 }],
    [
      'GET /rest/api/2/issue/OPS-1',
      401,
      { errorMessages: ['You do not have the permission to see the specified issue.', 'Login Required'] },
    ],
    ['GET /rest/api/2/serverInfo', 200, { deploymentType: 'Server' }],
    ['GET /rest/api/2/search?jql=labels=k1', 200, { total: 0, issues: [] }],
    ['GET /rest/api/2/search?jql=key=OPS-1', 400, {}],
    [
      'GET /rest/api/2/search?jql=project=OPS',
      400,
      { errorMessages: ["The value 'OPS' does not exist for the field 'project'."] },
    ],
  ])('shows next to nothing to whoever does not sign in: %s is %i', async (line, status, body) => {
    await using jira = await startJira({ deployment });
    await ask(jira.url, 'POST /rest/api/2/issue', { auth: good, body: { fields } });
    const answer = await ask(jira.url, line, line.startsWith('GET') ? {} : { body: { fields } });
    expect(answer).toMatchObject({ status, body });
    expect(answer.headers.has('x-seraph-loginreason')).toBe(false);
    expect(jira.issues()).toHaveLength(1);
  });
});

describe('access tokens of a service account', () => {
  const grant = { grant_type: 'client_credentials', client_id: 'robot', client_secret: 's', scope: 'READ WRITE' };
  const form = (change: object = {}): Asking => ({
    body: `${new URLSearchParams({ ...grant, ...change })}`,
    type: 'application/x-www-form-urlencoded',
  });
  const options = { deployment, oauthClients: [{ clientId: 'robot', clientSecret: 's' }] } as const;
  const line = 'POST /rest/oauth2/latest/token';

  it('are given for a form or a query, and sign in until they expire', async () => {
    let now = 0;
    await using jira = await startJira({ ...options, now: () => now });
    const answers = [await ask(jira.url, line, form()), await ask(jira.url, `${line}?${new URLSearchParams(grant)}`)];
    const tokens = answers.map(({ body }) => (isJsonObject(body) ? `Bearer ${body.access_token}` : ''));
    expect(answers[0]).toMatchObject({ status: 200, body: { expires_in: 3_600, scope: 'READ WRITE' } });
    expect(new Set(tokens).size).toBe(2);
    for (const auth of tokens) expect((await ask(jira.url, myself, { auth })).status).toBe(200);
    now += 3_600_000;
    for (const auth of tokens) expect((await ask(jira.url, myself, { auth })).status).toBe(401);
  });

  it.each<[string, Asking, number, string]>([
    ['a wrong secret', form({ client_secret: 'x' }), 401, 'invalid_client'],
    ['another grant', form({ grant_type: 'password' }), 400, 'unsupported_grant_type'],
    ['JSON, which counts for nothing', { body: grant }, 400, 'invalid_request'],
  ])('are not given for %s', async (_what, asking, status, error) => {
    await using jira = await startJira(options);
    expect(await ask(jira.url, line, asking)).toMatchObject({ status, body: { error } });
  });
});

describe('the rate limit of Data Center', () => {
  const told = ['limit', 'remaining', 'fillrate', 'interval-seconds'].map(name => `x-ratelimit-${name}`);
  const tell = (headers: Headers) => [...told, 'retry-after'].map(name => headers.get(name));

  it('is told by every answer to whoever is signed in, and by each 429', async () => {
    await using jira = await startJira({ deployment, now: () => 0, rateLimit: { perSecond: 5, burst: 3 } });
    expect(tell((await ask(jira.url, myself, { auth: good })).headers)).toEqual(['3', '2', '5', '1', '0']);
    expect(tell((await ask(jira.url, 'GET /rest/api/2/serverInfo')).headers)).toEqual([null, null, null, null, null]);
    expect(tell((await ask(jira.url, 'GET /rest/api/2/no', { auth: good })).headers)).toEqual([
      '3',
      '0',
      '5',
      '1',
      '1',
    ]);
    const refused = await ask(jira.url, myself, { auth: good });
    expect(refused).toMatchObject({ status: 429, body: { message: 'Rate limit exceeded.' } });
    expect(tell(refused.headers)).toEqual(['3', '0', '5', '1', '1']);
  });

  it('says so where a token takes longer than a second, and nothing where there is none', async () => {
    await using slow = await startJira({ deployment, now: () => 0, rateLimit: { perSecond: 0.1, burst: 2 } });
    expect(tell((await ask(slow.url, myself, { auth: good })).headers)).toEqual(['2', '1', '1', '10', '0']);
    await using free = await startJira({ deployment });
    expect(tell((await ask(free.url, myself, { auth: good })).headers)).toEqual([null, null, null, null, null]);
  });
});
