import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from './start-jira.ts';

const auth = basic('integration@company.com', 'sandbox');
const plugin = 'com.atlassian.jira.plugin.system.customfieldtypes';

let jira: JiraSimulator;
beforeEach(async () => {
  jira = await startJira({
    projects: [{ key: 'OPS', issueTypes: ['Incident', 'Task'], components: ['Platform'], versions: ['1.0', '2.0'] }],
    customFields: [
      { id: 'customfield_10050', name: 'Team', type: 'select', options: ['SRE', 'DBA'], required: true },
      { id: 'customfield_10051', name: 'Areas', type: 'checkboxes', options: ['EU', 'US'], hasDefault: true },
      {
        id: 'customfield_10052',
        name: 'Cause',
        type: 'cascading',
        options: [{ value: 'Change', children: ['Deploy', 'Config'] }, 'Load'],
      },
      { id: 'customfield_10053', name: 'Owner', type: 'user' },
      { id: 'customfield_10054', name: 'Tags', type: 'labels' },
      { id: 'customfield_10055', name: 'Began', type: 'datetime' },
      { id: 'customfield_10056', name: 'Seen in', type: 'multiversion' },
    ],
    requiredFields: ['components'],
    hiddenFields: ['environment', 'labels'],
  });
});
afterEach(() => jira.close());

const read = async (path: string) => (await ask(jira.url, `GET /rest/api/3/${path}`, { auth })).body;
const field = async (fieldId: string): Promise<unknown> => {
  const page = await read('issue/createmeta/OPS/issuetypes/10001?maxResults=200');
  const { fields } = page as { fields: readonly { fieldId: string }[] };
  return fields.find(each => each.fieldId === fieldId);
};

describe('createmeta', () => {
  it('has a select with its options, as the site requires it', async () => {
    const self = (id: string) => `${jira.url}/rest/api/3/customFieldOption/${id}`;
    expect(await field('customfield_10050')).toEqual({
      fieldId: 'customfield_10050',
      key: 'customfield_10050',
      name: 'Team',
      required: true,
      hasDefaultValue: false,
      operations: ['set'],
      schema: { type: 'option', custom: `${plugin}:select`, customId: 10050 },
      allowedValues: [
        { self: self('10050001'), id: '10050001', value: 'SRE' },
        { self: self('10050002'), id: '10050002', value: 'DBA' },
      ],
    });
  });

  it.each<[string, string, object]>([
    [
      'checkboxes with a default',
      'customfield_10051',
      {
        schema: { type: 'array', items: 'option', custom: `${plugin}:multicheckboxes`, customId: 10051 },
        operations: ['add', 'set', 'remove'],
        hasDefaultValue: true,
        defaultValue: [{ value: 'EU' }],
      },
    ],
    [
      'a cascading select with the children of each option',
      'customfield_10052',
      {
        schema: { type: 'option-with-child', custom: `${plugin}:cascadingselect` },
        allowedValues: [{ value: 'Change', children: [{ value: 'Deploy' }, { value: 'Config' }] }, { value: 'Load' }],
      },
    ],
    [
      'a user picker',
      'customfield_10053',
      {
        schema: { type: 'user', custom: `${plugin}:userpicker` },
        autoCompleteUrl: expect.stringContaining('/rest/api/1.0/users/picker?fieldName=customfield_10053'),
      },
    ],
    [
      'labels of its own',
      'customfield_10054',
      {
        schema: { type: 'array', items: 'string', custom: `${plugin}:labels` },
        autoCompleteUrl: expect.stringContaining('suggest?customFieldId=10054'),
      },
    ],
    ['a point in time', 'customfield_10055', { schema: { type: 'datetime', custom: `${plugin}:datetime` } }],
    [
      'versions',
      'customfield_10056',
      { schema: { items: 'version' }, allowedValues: [{ name: '1.0', archived: false, released: false }, {}] },
    ],
    ['a required system field', 'components', { required: true, allowedValues: [{ name: 'Platform' }] }],
    ['priorities with icons', 'priority', { hasDefaultValue: true, allowedValues: expect.any(Array) }],
    ['the one issue type asked for', 'issuetype', { allowedValues: [{ id: '10001', name: 'Incident' }] }],
    ['the project', 'project', { required: true, allowedValues: [{ key: 'OPS' }] }],
  ])('has %s', async (_what, fieldId, expected) => {
    expect(await field(fieldId)).toMatchObject(expected);
  });

  it('leaves out what is not on the screen', async () => {
    expect(await field('environment')).toBeUndefined();
    expect(await field('labels')).toBeUndefined();
  });

  it('comes in pages', async () => {
    const page = await read('issue/createmeta/OPS/issuetypes/10001?startAt=1&maxResults=2');
    expect(page).toMatchObject({ startAt: 1, maxResults: 2, total: 21, fields: [{ key: 'summary' }, {}] });
  });
});

describe('the list of fields', () => {
  it('has every field of the site, on the screen or not', async () => {
    expect(await read('field')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'labels', custom: false }),
        expect.objectContaining({ id: 'status', schema: { type: 'status', system: 'status' } }),
        expect.objectContaining({ id: 'customfield_10050', custom: true, clauseNames: ['cf[10050]', 'Team'] }),
      ]),
    );
  });

  it('is open to everybody, who then misses the custom ones and is not told', async () => {
    const answer = await ask(jira.url, 'GET /rest/api/3/field', { auth: basic('integration@company.com', 'old') });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('"labels"');
    expect(answer.text).not.toContain('customfield_');
  });
});
