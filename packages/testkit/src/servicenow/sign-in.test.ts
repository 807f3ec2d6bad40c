import { describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { startServiceNow } from './start-servicenow.ts';

const list = 'GET /api/now/table/incident';

describe('signing in to ServiceNow', () => {
  it.each([
    ['nothing', undefined],
    ['a wrong password', basic('integration_user', 'wrong')],
    ['an unknown user', basic('nobody', 'sandbox')],
    ['a user without a password', basic('rca.engine', '')],
    ['an unknown token', 'Bearer wrong'],
    ['another scheme', 'Digest abc'],
  ])('refuses %s', async (_what, auth) => {
    await using servicenow = await startServiceNow({ tokens: ['t1'] });
    const answer = await ask(servicenow.url, list, auth ? { auth } : {});
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({
      error: { message: 'User Not Authenticated', detail: 'Required to provide Auth information' },
      status: 'failure',
    });
  });

  it('takes the integration user, a given password, a given user and a bearer token', async () => {
    await using servicenow = await startServiceNow({
      password: 'p:1',
      tokens: ['t1'],
      users: [{ name: 'Night Shift', user_name: 'night', password: 'pw' }],
    });
    for (const auth of [basic('integration_user', 'p:1'), basic('night', 'pw'), 'Bearer t1'])
      expect((await ask(servicenow.url, list, { auth })).status).toBe(200);
    expect((await ask(servicenow.url, list, { auth: basic('integration_user', 'sandbox') })).status).toBe(401);
  });

  it('signs records with the name of who made them', async () => {
    await using servicenow = await startServiceNow({ users: [{ name: 'Night', user_name: 'night', password: 'pw' }] });
    await ask(servicenow.url, 'POST /api/now/table/incident', { auth: basic('night', 'pw'), body: {} });
    expect(servicenow.incidents()[0]).toMatchObject({ sys_created_by: 'night', sys_updated_by: 'night' });
  });
});
