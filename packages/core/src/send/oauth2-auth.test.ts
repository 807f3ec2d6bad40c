import { inspect } from 'node:util';
import type { AxiosResponse } from 'axios';
import { describe, expect, it } from 'vitest';
import { type FakeClock, fakeClock } from '../__tests__/fake-clock.ts';
import { answerJson, type LocalServer, localServer, type Received } from '../__tests__/local-server.ts';
import { integration } from '../__tests__/samples.ts';
import { secretHandle } from '../config/secrets/secret-handle.ts';
import type { HttpConfig } from '../contracts.ts';
import { createHttp } from './create-http.ts';
import { clientCredentials } from './grants/client-credentials.ts';
import { oauth2Auth } from './oauth2-auth.ts';
import { systemClock } from './system-clock.ts';

interface TokenServer {
  /** Every token that it gave out is called after its number; `refuse` ends the first ones at once. */
  readonly refused: Pick<ReadonlySet<string>, 'has'>;
  answerToken(number: number): { readonly status: number; readonly body: unknown };
}

const granted = (number: number) => ({ status: 200, body: { access_token: `token-${number}`, expires_in: 3600 } });

/** A token endpoint and an API that lets in whoever has a token of it. */
async function openServer({ refused = new Set(), answerToken = granted }: Partial<TokenServer> = {}) {
  let number = 0;
  return localServer((answer, request) => {
    if (request.path === '/oauth/token') {
      number += 1;
      const { status, body } = answerToken(number);
      return answerJson(status, body)(answer, request);
    }
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    return answerJson(refused.has(token) ? 401 : 200, { token })(answer, request);
  });
}

function open({ url }: LocalServer, clock: FakeClock, secret = secretHandle(async () => 'correct-horse')) {
  const create = (config: HttpConfig) => createHttp(config, integration.transport, systemClock);
  const credentials = { tokenUrl: `${url}/oauth/token`, clientId: 'rca', clientSecret: secret, scope: 'write:jira' };
  const auth = oauth2Auth(credentials, clientCredentials, { createHttp: create, clock });
  return create({ baseURL: url, auth, errorMessage: () => undefined });
}

const tokenRequests = ({ received }: LocalServer): readonly Received[] =>
  received.filter(({ path }) => path === '/oauth/token');

describe('a client credentials token', () => {
  it('is asked for as a form, and signs the request', async () => {
    await using server = await openServer();
    const { data } = await open(server, fakeClock()).get('/api');
    expect(data).toEqual({ token: 'token-1' });
    const [asked] = tokenRequests(server);
    expect(asked).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect(asked?.headers.authorization).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(asked?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'rca',
      client_secret: 'correct-horse',
      scope: 'write:jira',
    });
  });

  it('is fetched once for all who want it at the same time', async () => {
    await using server = await openServer();
    const http = open(server, fakeClock());
    await Promise.all(Array.from({ length: 20 }, () => http.get('/api')));
    expect(tokenRequests(server)).toHaveLength(1);
  });

  it('is used until a minute before its end, and then fetched anew', async () => {
    await using server = await openServer();
    const clock = fakeClock();
    const http = open(server, clock);
    await http.get('/api');
    clock.advance(3_539_999);
    expect((await http.get('/api')).data).toEqual({ token: 'token-1' });
    clock.advance(1);
    expect((await http.get('/api')).data).toEqual({ token: 'token-2' });
  });

  it.each([
    ['a life of seconds, as a text', '20', 18_000],
    ['no life', undefined, 270_000],
    ['a life that cannot be read', 'soon', 270_000],
  ])('with %s is fetched anew in time', async (_name, expires_in, freshMs) => {
    const answerToken = (number: number) => ({ status: 200, body: { access_token: `token-${number}`, expires_in } });
    await using server = await openServer({ answerToken });
    const clock = fakeClock();
    const http = open(server, clock);
    await http.get('/api');
    clock.advance(freshMs - 1);
    expect((await http.get('/api')).data).toEqual({ token: 'token-1' });
    clock.advance(1);
    expect((await http.get('/api')).data).toEqual({ token: 'token-2' });
  });

  it('is fetched anew after a 401, once for all requests that it failed', async () => {
    await using server = await openServer({ refused: new Set(['token-1']) });
    const http = open(server, fakeClock());
    const answers = await Promise.all(Array.from({ length: 10 }, () => http.get('/api')));
    expect(new Set(answers.map(({ data }) => data.token))).toEqual(new Set(['token-2']));
    expect(tokenRequests(server)).toHaveLength(2);
  });

  it('that is refused again is an auth failure after one replay', async () => {
    await using server = await openServer({ refused: new Set(['token-1', 'token-2']) });
    await expect(open(server, fakeClock()).get('/api')).rejects.toMatchObject({ kind: 'auth', status: 401 });
    expect(server.received.filter(({ path }) => path === '/api')).toHaveLength(2);
  });

  it('follows a secret that was rotated', async () => {
    await using server = await openServer({ refused: new Set(['token-1']) });
    const secrets = ['old', 'new'];
    await open(
      server,
      fakeClock(),
      secretHandle(async () => secrets.shift() ?? 'none'),
    ).get('/api');
    const sent = tokenRequests(server).map(({ body }) => new URLSearchParams(body).get('client_secret'));
    expect(sent).toEqual(['old', 'new']);
  });
});

describe('a token that is about to end', () => {
  const away = { status: 503, body: {} };

  it('serves until its end where the endpoint is away', async () => {
    await using server = await openServer({ answerToken: number => (number === 1 ? granted(1) : away) });
    const clock = fakeClock();
    const http = open(server, clock);
    await http.get('/api');
    clock.advance(3_599_999);
    expect((await http.get('/api')).data).toEqual({ token: 'token-1' });
    clock.advance(1);
    await expect(http.get('/api')).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('is fetched anew once for 50 requests, some of which were signed with the old one', async () => {
    const clock = fakeClock();
    const late: Promise<AxiosResponse>[] = [];
    const many = () => Array.from({ length: 25 }, () => http.get('/api'));
    let ending = false;
    const ends = (token: string) => {
      if (!ending || token !== 'token-1') return false;
      // It ends while requests that it signed are on their way, and others begin.
      if (late.length === 0) {
        clock.advance(3_600_000);
        late.push(...many());
      }
      return true;
    };
    await using server = await openServer({ refused: { has: ends } });
    const http = open(server, clock);
    await http.get('/api');
    ending = true;
    const early = await Promise.all(many());
    const answers = [...early, ...(await Promise.all(late))];
    expect(answers.map(({ data }) => data.token)).toEqual(Array.from({ length: 50 }, () => 'token-2'));
    expect(tokenRequests(server)).toHaveLength(2);
  });

  it('follows a secret that was rotated meanwhile', async () => {
    const refusal = { status: 401, body: { error: 'invalid_client' } };
    await using server = await openServer({ answerToken: number => (number === 2 ? refusal : granted(number)) });
    const clock = fakeClock();
    const secrets = ['old', 'new'];
    const http = open(
      server,
      clock,
      secretHandle(async () => secrets.shift() ?? 'none'),
    );
    await http.get('/api');
    clock.advance(3_600_000);
    expect((await http.get('/api')).data).toEqual({ token: 'token-3' });
    const sent = tokenRequests(server).map(({ body }) => new URLSearchParams(body).get('client_secret'));
    expect(sent).toEqual(['old', 'old', 'new']);
  });
});

describe('a token endpoint that', () => {
  it.each([
    [400, { error: 'invalid_client' }, 'invalid_client'],
    [401, { error: 'access_denied', error_description: 'Unauthorized' }, 'access_denied: Unauthorized'],
    [403, { something: 'else' }, 'status 403'],
  ])('answers %i makes an auth failure with its own words, and nothing is sent', async (status, body, words) => {
    await using server = await openServer({ answerToken: () => ({ status, body }) });
    const error = await open(server, fakeClock())
      .get('/api')
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'auth', message: expect.stringContaining(`(${words})`) });
    expect(JSON.stringify(error) + String(error)).not.toContain('correct-horse');
    expect(server.received.map(({ path }) => path)).toEqual(['/oauth/token']);
  });

  it.each([
    ['is broken', 500, {}],
    ['asks to wait', 429, {}],
  ])('%s leaves the request unsent, and the next one asks again', async (_name, status, body) => {
    const answerToken = (number: number) => (number === 1 ? { status, body } : granted(number));
    await using server = await openServer({ answerToken });
    const http = open(server, fakeClock());
    await expect(http.post('/api', {})).rejects.toMatchObject({ retryable: true });
    expect((await http.post('/api', {})).data).toEqual({ token: 'token-2' });
  });

  it('quotes the secret that it was sent does not get it into the error', async () => {
    const body = { error: 'invalid_client', error_description: 'secret correct-horse of rca is wrong' };
    await using server = await openServer({ answerToken: () => ({ status: 400, body }) });
    const error = await open(server, fakeClock())
      .get('/api')
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'auth', message: expect.stringContaining('secret [secret] of rca is wrong') });
    expect(inspect(error)).not.toContain('correct-horse');
  });

  it('never answers does not hold up a caller who gives up', async () => {
    await using server = await localServer(() => {});
    const given = new AbortController();
    const asking = open(server, fakeClock()).get('/api', { signal: given.signal });
    const cancelled = expect(asking).rejects.toMatchObject({ kind: 'cancelled' });
    await expect.poll(() => server.received.map(({ path }) => path)).toEqual(['/oauth/token']);
    given.abort();
    await cancelled;
  });

  it('answers 200 without a token is an auth failure', async () => {
    await using server = await openServer({ answerToken: () => ({ status: 200, body: {} }) });
    await expect(open(server, fakeClock()).get('/api')).rejects.toMatchObject({
      kind: 'auth',
      message: `${server.url}/oauth/token answered without an access_token.`,
    });
  });
});
