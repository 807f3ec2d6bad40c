import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from './start-jira.ts';

const auth = basic('integration@company.com', 'sandbox');
const team = { id: 'customfield_10050', name: 'Team', type: 'select', options: ['SRE', 'DBA'] } as const;

let jira: JiraSimulator;
beforeEach(async () => {
  jira = await startJira({
    projects: [{ key: 'OPS', issueTypes: ['Incident'], components: ['Platform'], versions: ['1.0'] }],
    customFields: [
      team,
      { id: 'customfield_10051', name: 'Areas', type: 'multiselect', options: ['EU', 'US'], hasDefault: true },
      {
        id: 'customfield_10052',
        name: 'Cause',
        type: 'cascading',
        options: [{ value: 'Change', children: ['Deploy'] }, 'Load'],
      },
      { id: 'customfield_10053', name: 'Owners', type: 'multiuser' },
      { id: 'customfield_10054', name: 'Tags', type: 'labels' },
      { id: 'customfield_10055', name: 'Began', type: 'datetime' },
      { id: 'customfield_10056', name: 'Runbook', type: 'url' },
      { id: 'customfield_10057', name: 'Group', type: 'group' },
    ],
    users: [
      { accountId: 'a1', name: 'ann', email: 'ann@company.com', displayName: 'Ann Ashe' },
      { accountId: 'b2', name: 'bob', email: 'bob@company.com', displayName: 'Bob Birch', active: false },
    ],
    hiddenFields: ['priority'],
  });
});
afterEach(() => jira.close());

const send = (line: string, body?: unknown) => ask(jira.url, line, { auth, body });
const create = (fields: object, url = jira.url) => {
  const minimal = { project: { key: 'OPS' }, issuetype: { name: 'Incident' }, summary: 'Disk full' };
  return ask(url, 'POST /rest/api/3/issue', { auth, body: { fields: { ...minimal, ...fields } } });
};

describe('a value', () => {
  it('is stored short and shown in full', async () => {
    const answer = await create({
      customfield_10050: { value: 'SRE' },
      customfield_10052: { value: 'Change', child: { value: 'Deploy' } },
      customfield_10053: [{ accountId: 'a1' }],
      customfield_10054: ['one', 'one', 'two'],
      customfield_10055: '2026-01-31T10:29:29.908+1100',
      customfield_10056: 'https://wiki.company.com/disk',
      customfield_10057: { name: 'sre' },
      fixVersions: [{ name: '1.0' }],
      duedate: '2026-02-28',
      assignee: { id: 'a1' },
    });
    expect(answer.status).toBe(201);
    const stored = {
      customfield_10050: { id: '10050001', value: 'SRE' },
      customfield_10051: [{ value: 'EU' }],
      customfield_10052: { value: 'Change', child: { value: 'Deploy' } },
      customfield_10053: [{ displayName: 'Ann Ashe' }],
      customfield_10054: ['one', 'two'],
      fixVersions: [{ name: '1.0' }],
      assignee: { accountId: 'a1', name: 'ann' },
    };
    expect(jira.issues()[0]?.fields).toMatchObject(stored);
    expect(await send('GET /rest/api/3/issue/OPS-1')).toMatchObject({
      body: {
        fields: {
          ...stored,
          assignee: { accountId: 'a1', emailAddress: 'ann@company.com', active: true },
          customfield_10050: { self: `${jira.url}/rest/api/3/customFieldOption/10050001` },
          fixVersions: [{ self: `${jira.url}/rest/api/3/version/10000`, released: false }],
        },
      },
    });
  });

  it('is emptied with null', async () => {
    await create({ customfield_10050: { value: 'SRE' }, assignee: { accountId: 'a1' } });
    const fields = { customfield_10050: null, customfield_10051: [], assignee: null };
    expect((await send('PUT /rest/api/3/issue/OPS-1', { fields })).status).toBe(204);
    expect(jira.issues()[0]?.fields).toMatchObject({ ...fields, customfield_10051: null });
  });
});

describe('a value is refused where it is', () => {
  it.each<[string, string, unknown, string]>([
    ['an option that is not there', 'customfield_10050', { value: 'X' }, "Option value 'X' is not valid"],
    ['an id that is not there', 'customfield_10050', { id: '1' }, "Option id '1' is not valid"],
    ['an option as text', 'customfield_10050', 'SRE', "Specify a valid 'id' or 'name' for Team"],
    ['one option for many', 'customfield_10051', { value: 'EU' }, 'data was not an array'],
    ['a wrong one among many', 'customfield_10051', [{ value: 'EU' }, { value: 'X' }], "Option value 'X' is not valid"],
    [
      'a cascading one as text',
      'customfield_10052',
      'Change',
      "Could not find valid 'id' or 'value' in the Parent Option object.",
    ],
    [
      'a child of another parent',
      'customfield_10052',
      { value: 'Load', child: { value: 'Deploy' } },
      "Option value 'Deploy' is not valid",
    ],
    [
      'a user by name',
      'customfield_10053',
      [{ name: 'ann' }],
      "'accountId' must be the only user identifying query parameter in GDPR strict mode.",
    ],
    ['a label with a space', 'customfield_10054', ['x y'], "The label 'x y' contains spaces which is invalid."],
    ['a time in another form', 'customfield_10055', '2026-01-31', 'Error parsing time: 2026-01-31'],
    ['no address', 'customfield_10056', 'wiki', 'Not a valid URL'],
    ['a group as text', 'customfield_10057', 'sre', 'data was not an object'],
    ['a version that is not there', 'fixVersions', [{ name: '9' }], "Version name '9' is not valid"],
    ['a component id that is not there', 'components', [{ id: '9' }], "Component id '9' is not valid"],
    ['a component as text', 'components', ['Platform'], "Specify a valid 'id' or 'name' for component"],
    ['a day that is not there', 'duedate', '2026-02-30', 'Error parsing date string: 2026-02-30'],
    ['an unknown user', 'assignee', { accountId: 'z' }, "Account ID 'z' does not exist."],
    ['an inactive one', 'assignee', { accountId: 'b2' }, "User 'Bob Birch' cannot be assigned issues."],
    [
      'not on the screen',
      'priority',
      { name: 'High' },
      "Field 'priority' cannot be set. It is not on the appropriate screen, or unknown.",
    ],
  ])('%s', async (_what, name, value, message) => {
    const answer = await create({ [name]: value });
    expect(answer).toMatchObject({ status: 400, body: { errorMessages: [], errors: { [name]: message } } });
    expect(jira.issues()).toEqual([]);
  });
});

describe('a required field', () => {
  const missing = { customfield_10050: 'Team is required.', components: 'Components is required.' };
  const strict = () =>
    startJira({ customFields: [{ ...team, required: true }], requiredFields: ['components', 'priority'] });

  it('cannot be left out of a create, nor emptied; one with a default can', async () => {
    await using site = await strict();
    expect(await create({}, site.url)).toMatchObject({ status: 400, body: { errorMessages: [], errors: missing } });
    const empty = { customfield_10050: null, components: [] };
    expect(await create(empty, site.url)).toMatchObject({ status: 400, body: { errors: missing } });
    const given = { customfield_10050: { value: 'SRE' }, components: [{ name: 'Platform' }] };
    expect((await create(given, site.url)).status).toBe(201);
    const emptied = await ask(site.url, 'PUT /rest/api/3/issue/OPS-1', { auth, body: { fields: empty } });
    expect(emptied).toMatchObject({ status: 400, body: { errors: missing } });
  });
});
