import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from '../start-jira.ts';

const auth = basic('integration', 'sandbox');

let jira: JiraSimulator;
beforeEach(async () => {
  jira = await startJira({
    deployment: 'datacenter',
    users: [
      { accountId: 'a1', name: 'a.ashe', email: 'ann@company.com', displayName: 'Ann Ashe' },
      { accountId: 'b2', name: 'bob', email: 'bob@company.com', displayName: 'Bob Ashe', active: false },
      { accountId: 'c3', name: 'cy', email: 'ashton@company.com', displayName: 'Cy Cole', emailHidden: true },
    ],
  });
});
afterEach(() => jira.close());

const read = (path: string) => ask(jira.url, `GET /rest/api/2/${path}`, { auth });

describe('users of Data Center', () => {
  it('are read by user name or by key, which each has of its own', async () => {
    const ann = { name: 'a.ashe', key: 'JIRAUSER10101', displayName: 'Ann Ashe', emailAddress: 'ann@company.com' };
    expect(await read('user?username=a.ashe')).toMatchObject({ status: 200, body: ann });
    expect(await read('user?key=JIRAUSER10101')).toMatchObject({ status: 200, body: ann });
    expect((await read('user?username=cy')).body).toMatchObject({ key: 'JIRAUSER10103' });
    expect((await read('user?username=cy')).body).not.toHaveProperty('emailAddress');
  });

  it.each([
    ['user?username=nobody', 404, "The user named 'nobody' does not exist"],
    ['user?key=nobody', 404, "The user with the key 'nobody' does not exist"],
    ['user?accountId=a1', 404, "Either the 'username' or the 'key' query parameters need to be provided"],
    ['user/search?query=ann', 400, 'The username query parameter was not provided'],
    ['user/search?username=', 400, 'The username query parameter was not provided'],
    ['user/assignable/search?username=ann', 400, 'A valid issue key or project key must be specified'],
  ])('are not told of by %s: %i', async (path, status, message) => {
    expect(await read(path)).toMatchObject({ status, body: { errorMessages: [message], errors: {} } });
  });

  it('are found by user name, name and address, if they are active', async () => {
    expect((await read('user/search?username=ash')).body).toMatchObject([{ name: 'a.ashe' }, { name: 'cy' }]);
    expect((await read('user/search?username=a.a')).body).toMatchObject([{ name: 'a.ashe' }]);
    const assignable = await read('user/assignable/search?project=OPS&username=ash&maxResults=1');
    expect(assignable.body).toMatchObject([{ name: 'a.ashe' }]);
  });

  it('can all be assigned where none is named: what Cloud calls query counts for nothing', async () => {
    const { body } = await read('user/assignable/search?project=OPS&query=ann');
    expect(body).toMatchObject([{ name: 'integration' }, { name: 'a.ashe' }, { name: 'cy' }]);
  });
});
