import { openBench } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, openDesk } from '../__tests__/desk.ts';
import { servicenow } from '../servicenow.ts';

const failing = { password: 'correct horse', ...bare };

it('signs in with user and password', async () => {
  await using desk = await openDesk(bare);
  await desk.itsm.createTickets(analysisOf());
  expect(desk.created()[0]?.headers.authorization).toBe(`Basic ${btoa('integration_user:sandbox')}`);
});

it('signs in with a bearer token', async () => {
  const auth = { type: 'bearer', token: 'a-token' };
  await using desk = await openDesk(
    { ...bare, username: undefined, password: undefined, auth },
    { tokens: ['a-token'] },
  );
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(delivery?.status).toBe('created');
  expect(desk.created()[0]?.headers.authorization).toBe('Bearer a-token');
});

describe('other ways of signing in', () => {
  const unsigned = { ...bare, username: undefined, password: undefined };
  const client = { type: 'oauth2', client_id: 'rca', client_secret: 'correct horse' };

  it('ask for a token at the instance, by a form, and send nothing without one', async () => {
    const auth = { ...client, grant: 'client_credentials' };
    await using desk = await openDesk({ ...unsigned, auth });
    const body = { error: 'server_error', error_description: 'access_denied' };
    desk.instance.fault({ on: 'POST /oauth_token.do', effect: { kind: 'status', status: 401, body } });
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery).toMatchObject({ status: 'failed', error: { kind: 'auth', status: 401 } });
    expect(delivery?.error?.message).toContain('(server_error: access_denied)');
    expect(desk.instance.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /oauth_token.do']);
    expect(desk.instance.requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(desk.created()).toEqual([]);
  });

  it('go on with the token that the instance gives', async () => {
    const auth = { ...client, grant: 'password', username: 'integration_user', password: 'sandbox' };
    await using desk = await openDesk({ ...unsigned, auth }, { tokens: ['a-token'] });
    const body = { access_token: 'a-token', refresh_token: 'r', scope: 'useraccount', token_type: 'Bearer' };
    desk.instance.fault({ on: 'POST /oauth_token.do', effect: { kind: 'status', status: 200, body } });
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery?.status).toBe('created');
    expect(desk.created()[0]?.headers.authorization).toBe('Bearer a-token');
  });

  it('send an API key in the header where the instance looks for it, and name it nowhere', async () => {
    const auth = { type: 'api_key', key: 'correct horse' };
    await using desk = await openDesk({ ...unsigned, auth });
    desk.instance.fault({
      on: 'POST /api/now/table/incident',
      effect: { kind: 'status', status: 400, body: { error: { message: 'no key correct horse', detail: null } } },
    });
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    const [request] = desk.instance.requests;
    expect(request?.headers).toMatchObject({ 'x-sn-apikey': 'correct horse' });
    expect(request?.headers.authorization).toBeUndefined();
    expect(delivery?.error?.message).toBe('no key [secret]');
    const [preview] = await desk.itsm.preview(analysisOf());
    expect(preview?.request.headers).toMatchObject({ 'x-sn-apikey': '[secret]' });
  });
});

it('gives up after one refused sign-in, and names neither password nor header anywhere', async () => {
  await using desk = await openDesk(failing);
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(delivery).toMatchObject({ status: 'failed', attempts: 1, error: { kind: 'auth', status: 401 } });
  expect(delivery?.error?.message).toBe('User Not Authenticated: Required to provide Auth information');
  expect(desk.instance.transcript).toEqual(['POST /api/now/table/incident 401']);
  const told = JSON.stringify([delivery, desk.log.lines, await desk.itsm.deliveries()]);
  expect(told).not.toMatch(/correct horse|Y29ycmVjdCBob3JzZ|correct%20horse|Basic /);
});

describe('the config', () => {
  const open = (members: Readonly<Record<string, unknown>>) =>
    openBench({
      config: { servicenow: { endpoint: 'https://instance.service-now.com', ...members } },
      plugins: [servicenow],
      env: {},
    });

  it.each([
    [
      'two ways of signing in',
      { username: 'u', password: 'p', auth: { type: 'bearer', token: 't' } },
      'servicenow.auth: stands beside username and password; write one way of signing in',
    ],
    ['no user', { password: 'p' }, 'servicenow.username: is missing; write username and password, or auth'],
    ['no password', { username: 'u' }, 'servicenow.password: is missing; write username and password, or auth'],
    ['no sign-in at all', {}, 'servicenow.username: is missing; write username and password, or auth'],
    [
      'a certificate that is nowhere',
      { auth: { type: 'certificate' } },
      'servicenow.auth: signs in by a client certificate, and tls.cert and tls.key are missing',
    ],
    [
      'a grant that the platform does not have',
      { auth: { type: 'oauth2', grant: 'implicit', client_id: 'a', client_secret: 'b' } },
      'accepted is one of "client_credentials", "password", "refresh_token", "jwt_bearer"',
    ],
    [
      'a table that cannot be one',
      { username: 'u', password: 'p', table: 'Incident/..' },
      'servicenow.table: found "Incident/.."; accepted is a table name such as incident',
    ],
  ])('is refused with the reason: %s', async (_what, members, message) => {
    await expect(open(members)).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringContaining(message),
    });
  });
});
