import { describe, expect, it } from 'vitest';
import { ask, basic } from '../../simulator/__fixtures__/ask.ts';
import { startServiceNow } from '../start-servicenow.ts';

const auth = basic('integration_user', 'sandbox');
const create = 'POST /api/now/table/incident';
const everything = [create, 'GET /api/now/table/incident', 'POST /oauth_token.do', 'GET /nav_to.do'];

describe('an instance that hibernates', () => {
  it('answers everything with its page and status 200, does nothing, and goes on when woken', async () => {
    await using servicenow = await startServiceNow();
    servicenow.hibernate();
    for (const line of everything) {
      const answer = await ask(servicenow.url, line, { auth });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(answer.text).toContain('class="instance-hibernating-page"');
    }
    expect(servicenow.incidents()).toEqual([]);
    servicenow.wake();
    expect((await ask(servicenow.url, create, { auth, body: {} })).status).toBe(201);
  });

  it('may be found so', async () => {
    await using servicenow = await startServiceNow({ state: 'hibernating' });
    expect((await ask(servicenow.url, create, { auth })).text).toContain('instance-hibernating-page');
  });
});

describe('an instance behind single sign-on', () => {
  it('sends everybody to the sign-in page, which a client that follows takes for a 200', async () => {
    await using servicenow = await startServiceNow();
    servicenow.redirectToLogin();
    for (const line of everything) {
      const [method = '', path = ''] = line.split(' ');
      const headers = { authorization: auth };
      const answer = await fetch(`${servicenow.url}${path}`, { method, headers, redirect: 'manual' });
      expect(answer.status).toBe(302);
      expect(answer.headers.get('location')).toBe(`${servicenow.url}/login.do`);
    }
    const followed = await ask(servicenow.url, create, { auth, body: {} });
    expect(followed.status).toBe(200);
    expect(followed.text).toContain('Log in');
    expect(servicenow.incidents()).toEqual([]);
    servicenow.wake();
    expect((await ask(servicenow.url, create, { auth, body: {} })).status).toBe(201);
  });
});
