import { describe, expect, it } from 'vitest';
import { ask, basic } from '../../simulator/__fixtures__/ask.ts';
import { startServiceNow } from '../start-servicenow.ts';

const auth = basic('integration_user', 'sandbox');
const list = 'GET /api/now/table/incident';
const notAuthenticated = {
  error: { message: 'User Not Authenticated', detail: 'Required to provide Auth information' },
  status: 'failure',
};

describe('an API key', () => {
  const send = (url: string, headers: Readonly<Record<string, string>>) =>
    fetch(`${url}/api/now/table/incident`, { method: 'POST', body: '{}', headers });

  it('signs in as the integration user, and makes no session', async () => {
    await using servicenow = await startServiceNow({ apiKeys: ['k1', 'k2'] });
    expect((await send(servicenow.url, { 'x-sn-apikey': 'k2' })).status).toBe(201);
    expect(servicenow.incidents()[0]?.sys_created_by).toBe('integration_user');
    expect(servicenow.sessionsMade()).toBe(0);
  });

  it('opens nothing where it is wrong, or nothing takes keys, or Authorization says otherwise', async () => {
    await using servicenow = await startServiceNow({ apiKeys: ['k1'] });
    expect((await send(servicenow.url, { 'x-sn-apikey': 'k2' })).status).toBe(401);
    expect((await send(servicenow.url, { 'x-sn-apikey': 'k1', authorization: 'Bearer x' })).status).toBe(401);
    await using keyless = await startServiceNow();
    expect((await send(keyless.url, { 'x-sn-apikey': 'k1' })).status).toBe(401);
  });
});

describe('an instance that refuses passwords', () => {
  it('is 401 to them alone: tokens are good, and so is the password that asks for one', async () => {
    const oauth = { clientId: 'rca', clientSecret: 's3cret' };
    await using servicenow = await startServiceNow({ basic: 'refused', tokens: ['t1'], oauth });
    expect(await ask(servicenow.url, list, { auth })).toMatchObject({ status: 401, body: notAuthenticated });
    expect((await ask(servicenow.url, list, { auth: 'Bearer t1' })).status).toBe(200);
    const form = 'grant_type=password&username=integration_user&password=sandbox&client_id=rca&client_secret=s3cret';
    const type = 'application/x-www-form-urlencoded';
    expect((await ask(servicenow.url, 'POST /oauth_token.do', { body: form, type })).status).toBe(200);
    expect(servicenow.sessionsMade()).toBe(0);
  });
});
