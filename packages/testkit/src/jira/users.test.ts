import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from './start-jira.ts';

const auth = basic('integration@company.com', 'sandbox');

let jira: JiraSimulator;
beforeEach(async () => {
  jira = await startJira({
    users: [
      { accountId: 'a1', name: 'ann', email: 'ann@company.com', displayName: 'Ann Ashe', emailHidden: true },
      { accountId: 'b2', name: 'bob', email: 'bob@company.com', displayName: 'Bob Ashe', active: false },
      { accountId: 'c3', name: 'cy', email: 'ashton@company.com', displayName: 'Cy Cole' },
    ],
  });
});
afterEach(() => jira.close());

const read = (path: string) => ask(jira.url, `GET /rest/api/3/${path}`, { auth });

describe('users', () => {
  it('are read by account id', async () => {
    expect(await read('user?accountId=c3')).toMatchObject({
      status: 200,
      body: { accountId: 'c3', displayName: 'Cy Cole', emailAddress: 'ashton@company.com', accountType: 'atlassian' },
    });
    expect((await read('user?accountId=z')).status).toBe(404);
    expect((await read('user')).status).toBe(404);
  });

  it('are found by a word of the name or by how the address begins, if they are active', async () => {
    const { body } = await read('user/search?query=ash');
    expect(body).toMatchObject([{ accountId: 'a1' }, { accountId: 'c3' }]);
    expect((await read('user/search?query=ash&startAt=1&maxResults=1')).body).toMatchObject([{ accountId: 'c3' }]);
    expect((await read('user/search?query=company')).body).toEqual([]);
    expect((await read('user/search')).status).toBe(400);
  });

  it('that hide their address are found by it, and do not show it', async () => {
    const { body } = await read('user/search?query=ann@company.com');
    expect(body).toMatchObject([{ accountId: 'a1' }]);
    expect(body).not.toHaveProperty('0.emailAddress');
  });

  it('that can be assigned are those of a project', async () => {
    expect((await read('user/assignable/search?project=OPS&query=cy')).body).toMatchObject([{ accountId: 'c3' }]);
    expect((await read('user/assignable/search?project=NO&query=cy')).status).toBe(404);
    expect((await read('user/assignable/search?query=cy')).status).toBe(400);
  });

  it('are not asked for by user name, as on Data Center', async () => {
    for (const path of ['user/search?username=ann', 'user/assignable/search?project=OPS&username=ann'])
      expect(await read(path)).toMatchObject({
        status: 400,
        body: { errorMessages: ["The query parameter 'username' is not supported in GDPR strict mode."] },
      });
  });

  it('are hidden from whoever is not signed in', async () => {
    const answer = await ask(jira.url, 'GET /rest/api/3/user/search?query=ann');
    expect(answer.status).toBe(401);
  });
});
