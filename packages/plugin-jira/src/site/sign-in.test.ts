import { callOf, openBench } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { openDesk, quick } from '../__tests__/desk.ts';
import { jira } from '../jira.ts';

const doubt = { from: new Date(), until: new Date(), answered: true };

it('signs in with e-mail and API token', async () => {
  await using desk = await openDesk();
  await desk.deliver();
  expect(desk.created()[0]?.headers.authorization).toBe(`Basic ${btoa('integration@company.com:sandbox')}`);
});

it('signs in with a bearer token', async () => {
  const auth = { type: 'bearer', token: 'a-token' };
  await using desk = await openDesk(
    { ...quick, deployment: 'cloud', email: undefined, api_token: undefined, auth },
    { bearerTokens: ['a-token'] },
  );
  expect(await desk.deliver()).toMatchObject({ status: 'created' });
  expect(desk.created()[0]?.headers.authorization).toBe('Bearer a-token');
});

describe('a token that has expired', () => {
  const expired = { ...quick, api_token: 'correct horse' };

  it('would see an empty site, and is told apart from one', async () => {
    await using desk = await openDesk(expired);
    await expect(desk.jira.find(callOf('itsm-1', doubt))).rejects.toMatchObject({
      kind: 'auth',
      status: 401,
      message:
        'Jira did not accept the sign-in (AUTHENTICATED_FAILED): check e-mail and token, and that it has not expired.',
    });
  });

  it('is refused on every later answer of the look-up as well', async () => {
    await using desk = await openDesk({ ...expired, key_walk: false });
    await expect(desk.jira.find(callOf('itsm-1', doubt))).rejects.toMatchObject({ kind: 'auth' });
  });

  it('closes the lane: the next delivery waits, and asks the site nothing', async () => {
    await using desk = await openDesk(expired);
    await desk.deliver();
    desk.site.clearRequests();
    const next = await desk.deliver({ id: 'next' });
    expect(next).toMatchObject({ status: 'pending', attempts: 0, error: { kind: 'held' } });
    expect(desk.site.requests).toEqual([]);
    expect(await desk.itsm.lanes()).toMatchObject([{ integration: 'jira', breaker: { error: expect.anything() } }]);
  });

  it('is one clear failure where nothing is asked of the project first', async () => {
    await using desk = await openDesk({ ...expired, field_check: false });
    expect(await desk.deliver()).toMatchObject({ status: 'failed', attempts: 1, error: { kind: 'auth', status: 401 } });
    expect(desk.site.transcript).toEqual(['POST /rest/api/3/issue 401']);
  });

  it('creates nothing, and is named nowhere', async () => {
    await using desk = await openDesk(expired);
    const delivery = await desk.deliver();
    expect(delivery).toMatchObject({ status: 'failed', attempts: 0, error: { kind: 'auth', status: 401 } });
    expect(desk.site.issues()).toEqual([]);
    expect(desk.site.transcript).toEqual(['GET /rest/api/3/issue/createmeta/OPS/issuetypes 404']);
    const told = JSON.stringify([delivery, desk.log.lines, await desk.itsm.deliveries()]);
    expect(told).not.toMatch(/correct horse|Y29ycmVjdCBob3JzZ|correct%20horse|Basic /);
  });

  it('in the middle of a doubt sends nothing more, and keeps the doubt', async () => {
    await using desk = await openDesk();
    desk.site.fault({ on: 'POST /rest/api/3/issue', effect: { kind: 'drop', commit: true } });
    const headers = { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' };
    const body = { issues: [], isLast: true };
    desk.site.fault({ on: 'GET /rest/api/3/search/jql', effect: { kind: 'status', status: 200, headers, body } });
    expect(await desk.deliver()).toMatchObject({ status: 'unknown', error: { kind: 'auth' } });
    // The lane is closed until somebody has mended the token.
    await desk.itsm.resume('jira');
    expect(await desk.deliver()).toMatchObject({ status: 'found' });
    expect(desk.created()).toHaveLength(1);
  });
});

it('says that a person has to sign in where Jira asks for a CAPTCHA', async () => {
  await using desk = await openDesk();
  const headers = {
    'x-seraph-loginreason': 'AUTHENTICATION_DENIED',
    'x-authentication-denied-reason': 'CAPTCHA_CHALLENGE; login-url=https://x.example/login',
  };
  desk.site.fault({ on: 'POST /rest/api/3/issue', effect: { kind: 'status', status: 403, headers } });
  const delivery = await desk.deliver();
  expect(delivery?.error).toMatchObject({ kind: 'auth', message: expect.stringContaining('CAPTCHA_CHALLENGE') });
});

describe('the config', () => {
  const open = (members: Readonly<Record<string, unknown>>) => {
    const config = { jira: { endpoint: 'https://company.atlassian.net', project_key: 'OPS', ...members } };
    return openBench({ config, plugins: [jira], env: {} });
  };

  it.each([
    [
      'two ways of signing in',
      { email: 'e@x.example', api_token: 't', auth: { type: 'bearer', token: 't' } },
      'jira.auth: stands beside email and api_token; write one way of signing in',
    ],
    ['no e-mail', { api_token: 't' }, 'jira.email: is missing; write email and api_token, or auth'],
    ['no token', { email: 'e' }, 'jira.api_token: is missing; write email and api_token, or auth'],
    ['no sign-in at all', {}, 'jira.email: is missing; write email and api_token, or auth'],
    [
      'a project that cannot be one',
      { email: 'e', api_token: 't', project_key: 'ops' },
      'jira.project_key: found "ops"; accepted is a project key such as OPS',
    ],
  ])('is refused with the reason: %s', async (_what, members, message) => {
    await expect(open(members)).rejects.toMatchObject({ kind: 'config', message: expect.stringContaining(message) });
  });
});
