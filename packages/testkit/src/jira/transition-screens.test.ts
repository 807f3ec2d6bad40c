import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from './start-jira.ts';

const auth = basic('integration@company.com', 'sandbox');
const path = '/rest/api/3/issue/OPS-1/transitions';

let jira: JiraSimulator;
beforeEach(async () => {
  jira = await startJira({
    customFields: [{ id: 'customfield_10050', name: 'Root cause', type: 'select', options: ['Change', 'Load'] }],
    hiddenFields: ['customfield_10050'],
    transitions: [
      {
        name: 'Resolve',
        to: 'Done',
        screen: [
          { field: 'resolution', required: true },
          { field: 'customfield_10050', required: true },
          { field: 'summary', required: true },
          { field: 'labels' },
        ],
      },
      { name: 'Start', to: 'In Progress' },
    ],
  });
  const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Disk full' };
  await ask(jira.url, 'POST /rest/api/3/issue', { auth, body: { fields } });
});
afterEach(() => jira.close());

const resolve = (more: object = {}) =>
  ask(jira.url, `POST ${path}`, { auth, body: { transition: { id: '11' }, ...more } });
const full = { resolution: { name: 'Duplicate' }, customfield_10050: { value: 'Load' } };
const issue = () => jira.issues()[0];

describe('the screen of a transition', () => {
  it('is told with the choices of its fields, when asked for', async () => {
    expect((await ask(jira.url, `GET ${path}`, { auth })).text).not.toContain('"fields"');
    const answer = await ask(jira.url, `GET ${path}?expand=transitions.fields`, { auth });
    expect(answer.body).toMatchObject({
      transitions: [
        {
          id: '11',
          hasScreen: true,
          fields: {
            resolution: {
              required: true,
              schema: { type: 'resolution', system: 'resolution' },
              allowedValues: [{ id: '10000', name: 'Done' }, {}, {}, {}],
            },
            customfield_10050: { required: true, name: 'Root cause', allowedValues: [{ value: 'Change' }, {}] },
            labels: { required: false, operations: ['add', 'set', 'remove'] },
          },
        },
        { id: '21', hasScreen: false, fields: { resolution: { required: false }, priority: {} } },
      ],
    });
  });

  it('takes what it shows, by an update too, and any comment', async () => {
    const doc = { type: 'doc', version: 1, content: [] };
    const update = { labels: [{ add: 'known' }], comment: [{ add: { body: doc } }] };
    expect((await resolve({ fields: full, update })).status).toBe(204);
    expect(issue()).toMatchObject({
      fields: { status: { name: 'Done' }, labels: ['known'], ...full },
      comments: [{ body: doc }],
    });
  });

  it('asks for what is required and has no value yet', async () => {
    expect(await resolve()).toMatchObject({
      status: 400,
      body: {
        errorMessages: [],
        errors: { resolution: 'Resolution is required.', customfield_10050: 'Root cause is required.' },
      },
    });
    expect(issue()?.fields).toMatchObject({ status: { name: 'To Do' }, resolution: null });
  });

  it('takes nothing that it does not show', async () => {
    const answer = await resolve({ fields: { ...full, priority: { name: 'Low' } } });
    expect(answer).toMatchObject({ status: 400, body: { errors: { priority: expect.stringContaining('cannot be') } } });
    expect(issue()?.fields).toMatchObject({ status: { name: 'To Do' } });
  });

  it('cannot show what the site does not have', async () => {
    const transitions = [{ name: 'Go', to: 'Done', screen: [{ field: 'nonsense' }] }];
    await expect(startJira({ transitions })).rejects.toThrow(/"nonsense"/);
  });
});
