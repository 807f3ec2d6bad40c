import type { ServiceNowOptions, ServiceNowSimulator } from '@itsm-bridge/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisOf } from './analyses.ts';
import { type Certificates, openCertificates } from './certificates.ts';
import { bare, type Desk, noteless, openDesk } from './desk.ts';
import {
  assertion,
  clientCredentials,
  oauth,
  password,
  refreshTokenOf,
  signedBy,
  strangersKey,
  unsigned,
} from './oauth.ts';

type Asked = Parameters<typeof openDesk>[0];

const deliver = async ({ itsm }: Desk, id = 'abc123') => (await itsm.createTickets(analysisOf({ id })))[0];
const askedForTokens = ({ instance }: Desk) => instance.requests.filter(({ path }) => path === '/oauth_token.do');
const cookies = ({ instance }: Desk) => instance.requests.filter(({ headers }) => headers.cookie !== undefined);
const apiKey = (key: string) => ({ ...unsigned, auth: { type: 'api_key', key } });

let certificates: Certificates;
beforeAll(async () => {
  certificates = await openCertificates();
});
afterAll(() => certificates[Symbol.asyncDispose]());
const certificate = (who: 'known' | 'stranger') => ({
  ...unsigned,
  auth: { type: 'certificate' },
  tls: certificates[who],
});
const overTls = () => ({ https: certificates.https });

describe('OAuth', () => {
  const refreshing = async (instance: ServiceNowSimulator) =>
    signedBy({ grant: 'refresh_token', refresh_token: await refreshTokenOf(instance) });

  it.each<[string, Asked]>([
    ['client_credentials', signedBy(clientCredentials)],
    ['password', signedBy(password)],
    ['refresh_token', refreshing],
    ['jwt_bearer', signedBy(assertion)],
  ])('by %s delivers: one token for many incidents, no session and no cookie', async (_grant, members) => {
    await using desk = await openDesk(members, { oauth });
    const deliveries = await Promise.all(['a', 'b', 'c'].map(id => deliver(desk, id)));
    expect(deliveries.map(delivery => delivery?.status)).toEqual(['created', 'created', 'created']);
    expect(desk.instance.incidents().map(row => row.sys_created_by)).toEqual(Array(3).fill('integration_user'));
    expect(askedForTokens(desk)).toHaveLength(1);
    expect(desk.created()[0]?.headers.authorization).toMatch(/^Bearer access-token-/);
    expect(desk.instance.sessionsMade()).toBe(0);
    expect(cookies(desk)).toEqual([]);
  });

  it('by password goes on by the refresh token, which needs no password, once its token has ended', async () => {
    await using desk = await openDesk(signedBy(password), { oauth });
    await deliver(desk, 'a');
    desk.instance.endTokens();
    expect(await deliver(desk, 'b')).toMatchObject({ status: 'created', attempts: 1 });
    const grants = askedForTokens(desk).map(({ body }) => new URLSearchParams(body).get('grant_type'));
    expect(grants).toEqual(['password', 'refresh_token']);
  });

  it('by password asks with the password again, once all its tokens have ended', async () => {
    await using desk = await openDesk(signedBy(password), { oauth });
    await deliver(desk, 'a');
    desk.instance.endTokens('all');
    expect(await deliver(desk, 'b')).toMatchObject({ status: 'created', attempts: 1 });
    expect(askedForTokens(desk).map(({ status }) => status)).toEqual([200, 401, 200]);
  });

  const secrets = new RegExp([oauth.clientSecret, 'battery', 'PRIVATE KEY', 'eyJ'].join('|'));
  it.each<[string, Asked, ServiceNowOptions?]>([
    ['client_credentials with a wrong secret', signedBy({ ...clientCredentials, client_secret: 'battery staple' })],
    [
      'client_credentials where they are switched off',
      signedBy(clientCredentials),
      { oauth: { ...oauth, grants: ['password'] } },
    ],
    ['a wrong password', signedBy({ ...password, password: 'battery staple' })],
    ['a refresh token that nobody gave', signedBy({ grant: 'refresh_token', refresh_token: 'battery staple' })],
    ["an assertion that a stranger's key signed", signedBy({ ...assertion, private_key: strangersKey })],
    ['an assertion about nobody', signedBy({ ...assertion, subject: 'nobody' })],
  ])('by %s makes no ticket: one auth failure, and the lane is closed', async (_what, members, options = { oauth }) => {
    await using desk = await openDesk(members, options);
    const delivery = await deliver(desk);
    expect(delivery).toMatchObject({ status: 'failed', attempts: 1, error: { kind: 'auth', status: 401 } });
    expect(delivery?.error?.message).toMatch(
      /^The token endpoint refused the sign-in \(server_error: access_denied\)\. Check client_id, client_secret/,
    );
    expect(await deliver(desk, 'next')).toMatchObject({ status: 'pending', error: { kind: 'held' } });
    expect(desk.instance.incidents()).toEqual([]);
    expect(desk.instance.transcript).toEqual(['POST /oauth_token.do 401']);
    expect(JSON.stringify([delivery, desk.log.lines, await desk.itsm.deliveries()])).not.toMatch(secrets);
  });
});

describe('without OAuth', () => {
  it.each<[string, () => Asked, () => ServiceNowOptions, number]>([
    ['user and password', () => noteless, () => ({}), 2],
    ['an API key', () => apiKey('correct horse'), () => ({ apiKeys: ['correct horse'] }), 0],
    ['a client certificate', () => certificate('known'), overTls, 0],
  ])('%s: delivered, without a cookie', async (_what, members, options, sessions) => {
    await using desk = await openDesk(members(), options());
    expect([await deliver(desk, 'a'), await deliver(desk, 'b')]).toMatchObject([
      { status: 'created', attempts: 1 },
      { status: 'created', attempts: 1 },
    ]);
    expect(desk.instance.incidents().map(row => row.sys_created_by)).toEqual(['integration_user', 'integration_user']);
    // A password without a cookie is a session of its own with each request: what it costs not to queue in one.
    expect(desk.instance.sessionsMade()).toBe(sessions);
    expect(cookies(desk)).toEqual([]);
    expect(askedForTokens(desk)).toEqual([]);
  });

  it('a client certificate is all that is shown', async () => {
    await using desk = await openDesk(certificate('known'), overTls());
    await deliver(desk);
    expect(desk.created()).toMatchObject([{ certified: 'itsm-bridge' }]);
    expect(desk.created()[0]?.headers).not.toHaveProperty('authorization');
  });

  it.each<[string, () => Asked, () => ServiceNowOptions]>([
    ['a wrong password', () => ({ ...bare, password: 'battery staple' }), () => ({})],
    [
      'the right password where none is taken',
      () => ({ ...bare, password: 'battery staple' }),
      () => ({ basic: 'refused', password: 'battery staple' }),
    ],
    ['an API key that nobody gave', () => apiKey('battery staple'), () => ({ apiKeys: ['correct horse'] })],
    ['the certificate of a stranger', () => certificate('stranger'), overTls],
  ])('%s: no ticket, one auth failure, and the lane is closed', async (_what, members, options) => {
    await using desk = await openDesk(members(), options());
    const delivery = await deliver(desk);
    expect(delivery).toMatchObject({ status: 'failed', attempts: 1, error: { kind: 'auth', status: 401 } });
    expect(await deliver(desk, 'next')).toMatchObject({ status: 'pending', error: { kind: 'held' } });
    expect(desk.instance.incidents()).toEqual([]);
    expect(desk.instance.transcript).toEqual(['POST /api/now/table/incident 401']);
    const told = JSON.stringify([delivery, desk.log.lines, await desk.itsm.deliveries()]);
    expect(told).not.toMatch(/battery|YmF0dGVye|PRIVATE KEY/);
  });

  it('a certificate of the instance that nobody vouches for gets no request', async () => {
    const { ca: _, ...own } = certificates.known;
    await using desk = await openDesk(
      { ...certificate('known'), tls: own, retry: { base_seconds: 0.01, max_retries: 0 } },
      overTls(),
    );
    expect(await deliver(desk)).toMatchObject({ status: 'failed', error: { message: /certificate/ } });
    expect(desk.instance.requests).toEqual([]);
  });
});
