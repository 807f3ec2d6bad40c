import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from './start-jira.ts';

const auth = basic('integration@company.com', 'sandbox');
const noIssue = { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} };
const path = '/rest/api/3/issue/OPS-1/transitions';

let jira: JiraSimulator;
beforeEach(async () => {
  jira = await startJira({
    now: () => Date.UTC(2026, 0, 31),
    statuses: [
      { name: 'Open', category: 'new' },
      { name: 'Working', category: 'indeterminate' },
      { name: 'Solved', category: 'done' },
    ],
    transitions: [
      { name: 'Start', to: 'Working', from: ['Open'] },
      { name: 'Solve', to: 'Solved' },
      { name: 'Take up again', to: 'Working', from: ['Solved'] },
    ],
  });
  const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Disk full' };
  await send('POST /rest/api/3/issue', { fields });
});
afterEach(() => jira.close());

const send = (line: string, body?: unknown) => ask(jira.url, line, { auth, body });
const move = (id: string, more: object = {}) => send(`POST ${path}`, { transition: { id }, ...more });
const fields = () => jira.issues()[0]?.fields;

describe('the transitions of an issue', () => {
  it('are those from its status, each with the category that it leads to', async () => {
    const answer = await send(`GET ${path}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      transitions: [
        { id: '11', name: 'Start', to: { name: 'Working', statusCategory: { key: 'indeterminate' } } },
        { id: '21', name: 'Solve', to: { name: 'Solved', statusCategory: { id: 3, key: 'done' } } },
      ],
    });
  });

  it('move it with 204 and no body; into a done status with a resolution and its date, out of it without', async () => {
    expect(fields()).toMatchObject({ status: { name: 'Open' }, resolution: null, resolutiondate: null });
    expect(await move('21')).toMatchObject({ status: 204, text: '' });
    expect(fields()).toMatchObject({
      status: { name: 'Solved', statusCategory: { key: 'done' } },
      resolution: { name: 'Done' },
      resolutiondate: '2026-01-31T00:00:00.000+0000',
    });
    await move('31');
    expect(fields()).toMatchObject({ status: { name: 'Working' }, resolution: null, resolutiondate: null });
  });

  it('take a resolution, other fields and a comment with them', async () => {
    const doc = { type: 'doc', version: 1, content: [] };
    const answer = await move('21', {
      fields: { resolution: { name: "Won't Do" }, labels: ['known'] },
      update: { comment: [{ add: { body: doc } }] },
    });
    expect(answer.status).toBe(204);
    expect(fields()).toMatchObject({ resolution: { name: "Won't Do" }, labels: ['known'] });
    expect(jira.issues()[0]?.comments).toMatchObject([{ body: doc }]);
  });

  it.each([
    ['that is not open from here', '31', {}],
    ['with a resolution that is not there', '21', { fields: { resolution: { name: 'Fixed' } } }],
    ['with a field that is not there', '21', { fields: { nonsense: 1 } }],
  ])('refuse one %s, and nothing moves', async (_what, id, more) => {
    expect((await move(id, more)).status).toBe(400);
    expect(fields()).toMatchObject({ status: { name: 'Open' } });
  });

  it('are 404 for an unknown issue', async () => {
    const other = '/rest/api/3/issue/OPS-9/transitions';
    expect(await send(`GET ${other}`)).toMatchObject({ status: 404, body: noIssue });
    expect(await send(`POST ${other}`, { transition: { id: '11' } })).toMatchObject({ status: 404, body: noIssue });
  });
});
