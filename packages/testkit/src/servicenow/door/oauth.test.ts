import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../../simulator/__fixtures__/ask.ts';
import { isJsonObject } from '../../simulator/is-json-object.ts';
import { type ServiceNowSimulator, startServiceNow } from '../start-servicenow.ts';
import type { ServiceNowOAuth } from './oauth-options.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const oauth: ServiceNowOAuth = { clientId: 'rca', clientSecret: 's3cret', publicKey };
const client = { client_id: 'rca', client_secret: 's3cret' };
const password = { grant_type: 'password', username: 'integration_user', password: 'sandbox', ...client };
const credentials = { grant_type: 'client_credentials', ...client };
const refusal = { status: 401, body: { error: 'server_error', error_description: 'access_denied' } };
const noon = Date.UTC(2026, 0, 31, 12);

let now = noon;
let servicenow: ServiceNowSimulator;
const start = async (change: Partial<ServiceNowOAuth> = {}): Promise<void> => {
  const users = [{ name: 'Night Shift', user_name: 'night', email: 'night@example.com', password: 'pw' }];
  servicenow = await startServiceNow({ now: () => now, users, oauth: { ...oauth, ...change } });
};
beforeEach(() => {
  now = noon;
  return start();
});
afterEach(() => servicenow.close());

const type = 'application/x-www-form-urlencoded';
const request = (form: Readonly<Record<string, string>>, auth?: string) =>
  ask(servicenow.url, 'POST /oauth_token.do', {
    type,
    body: `${new URLSearchParams(form)}`,
    ...(auth ? { auth } : {}),
  });
const granted = async (form: Readonly<Record<string, string>>): Promise<Readonly<Record<string, unknown>>> => {
  const { status, body } = await request(form);
  expect(status).toBe(200);
  return isJsonObject(body) ? body : {};
};
const statusWith = async (token: unknown): Promise<number> =>
  (await ask(servicenow.url, 'GET /api/now/table/incident', { auth: `Bearer ${token}` })).status;
const creatorWith = async (token: unknown): Promise<string | undefined> => {
  await ask(servicenow.url, 'POST /api/now/table/incident', { auth: `Bearer ${token}`, body: {} });
  return servicenow.incidents().at(-1)?.sys_created_by;
};

describe('a password', () => {
  it('gives an access and a refresh token for half an hour', async () => {
    const body = await granted({ ...password, username: 'night', password: 'pw' });
    expect(body).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      scope: 'useraccount',
      token_type: 'Bearer',
      expires_in: 1799,
    });
    expect(await creatorWith(body.access_token)).toBe('night');
  });

  it('gives the same token again, for what is left of its life, and a new one after that', async () => {
    const first = await granted(password);
    now += 1_000_000;
    const again = await granted(password);
    expect(again).toMatchObject({ access_token: first.access_token, expires_in: 799 });
    now += 799_999;
    expect(await statusWith(first.access_token)).toBe(200);
    now += 1;
    expect(await statusWith(first.access_token)).toBe(401);
    expect((await granted(password)).access_token).not.toBe(first.access_token);
  });
});

describe('a refresh token', () => {
  const refresh = (token: unknown) => ({ grant_type: 'refresh_token', refresh_token: `${token}`, ...client });

  it('gives new access tokens for its user until it ends itself', async () => {
    await servicenow.close();
    await start({ tokenSeconds: 60, refreshSeconds: 100 });
    const first = await granted({ ...password, username: 'night', password: 'pw' });
    now += 99_999;
    const second = await granted(refresh(first.refresh_token));
    expect(second).toMatchObject({ refresh_token: first.refresh_token, expires_in: 59 });
    expect(await creatorWith(second.access_token)).toBe('night');
    now += 1;
    expect(await request(refresh(first.refresh_token))).toMatchObject(refusal);
  });
});

describe('client credentials', () => {
  it('give a token for the integration user and no refresh token', async () => {
    const body = await granted(credentials);
    expect(body).not.toHaveProperty('refresh_token');
    expect(await creatorWith(body.access_token)).toBe('integration_user');
  });

  it('may come as HTTP Basic', async () => {
    const { status } = await request({ grant_type: 'client_credentials' }, basic('rca', 's3cret'));
    expect(status).toBe(200);
  });

  it('give nothing on a fresh instance, where they are switched off', async () => {
    await servicenow.close();
    await start({ grants: ['password', 'refresh_token'] });
    expect(await request(credentials)).toMatchObject(refusal);
    expect((await request(password)).status).toBe(200);
  });
});

describe('a signed assertion', () => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: 'rca', aud: 'rca', sub: 'night@example.com', exp: noon / 1_000 + 60, jti: 'j1' };
  const jwt = (change: object = {}, head: object = { alg: 'RS256', typ: 'JWT' }): string => {
    const signed = `${part(head)}.${part({ ...claims, ...change })}`;
    return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
  };
  const grant = (assertion: string) => ({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion,
    ...client,
  });

  it('gives a token for the user whom it names', async () => {
    expect(await creatorWith((await granted(grant(jwt()))).access_token)).toBe('night');
    const endpoint = { aud: `${servicenow.url}/oauth_token.do`, sub: 'night', jti: 'j2' };
    expect(await creatorWith((await granted(grant(jwt(endpoint)))).access_token)).toBe('night');
  });

  it('is good once, by its jti', async () => {
    const assertion = jwt();
    await granted(grant(assertion));
    expect(await request(grant(assertion))).toMatchObject(refusal);
    expect((await request(grant(jwt({ jti: 'j2' })))).status).toBe(200);
  });

  it.each<[string, () => string]>([
    ['of another issuer', () => jwt({ iss: 'x' })],
    ['for another audience', () => jwt({ aud: 'x' })],
    ['of nobody', () => jwt({ sub: 'nobody@example.com' })],
    ['that has ended', () => jwt({ exp: noon / 1_000 })],
    ['without an end', () => jwt({ exp: undefined })],
    ['of another algorithm', () => jwt({}, { alg: 'none' })],
    ['changed after it was signed', () => jwt().replace(/\..*\./, `.${part({ ...claims, sub: 'integration_user' })}.`)],
    ['that is none', () => 'x'],
  ])('%s is refused', async (_what, assertion) => {
    expect(await request(grant(assertion()))).toMatchObject(refusal);
  });

  it('is of no use where the instance has no key', async () => {
    await servicenow.close();
    servicenow = await startServiceNow({ now: () => now, oauth: { clientId: 'rca', clientSecret: 's3cret' } });
    expect(await request(grant(jwt({ sub: 'integration_user' })))).toMatchObject(refusal);
  });
});

describe('the token endpoint', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['a wrong secret', { ...password, client_secret: 'x' }],
    ['an unknown client', { ...password, client_id: 'x' }],
    ['a wrong password', { ...password, password: 'x' }],
    ['an unknown user', { ...password, username: 'x' }],
    ['an unknown refresh token', { ...client, grant_type: 'refresh_token', refresh_token: 'x' }],
    ['an unknown grant', { ...client, grant_type: 'toString' }],
    ['no grant', client],
  ])('says the same two words for %s as for everything', async (_what, form) => {
    expect(await request(form)).toMatchObject(refusal);
  });

  it('does not read JSON', async () => {
    expect(await ask(servicenow.url, 'POST /oauth_token.do', { body: password })).toMatchObject(refusal);
  });

  it('gives nothing where no client is registered', async () => {
    await servicenow.close();
    servicenow = await startServiceNow();
    expect(await request(password)).toMatchObject(refusal);
  });
});

describe('ending all tokens at once', () => {
  it('ends access tokens before their time; the requests for new ones can be counted', async () => {
    const first = await granted(password);
    const other = await granted(credentials);
    servicenow.endTokens();
    expect([await statusWith(first.access_token), await statusWith(other.access_token)]).toEqual([401, 401]);
    const refresh = { grant_type: 'refresh_token', refresh_token: `${first.refresh_token}`, ...client };
    expect(await statusWith((await granted(refresh)).access_token)).toBe(200);
    expect(servicenow.requests.filter(({ path }) => path === '/oauth_token.do')).toHaveLength(3);
    servicenow.endTokens('all');
    expect(await request(refresh)).toMatchObject(refusal);
  });
});
