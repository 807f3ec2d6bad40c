import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Asking, ask, basic } from '../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from './start-jira.ts';

const auth = basic('integration@company.com', 'sandbox');
const node = (type: string, content: unknown): unknown => ({ type, content });
const text = (value: string): unknown => ({ type: 'text', text: value });
const doc = (...content: unknown[]): unknown => ({ type: 'doc', version: 1, content });
const said = (value: string): unknown => doc(node('paragraph', [text(value)]));
const minimal = { project: { key: 'OPS' }, issuetype: { name: 'Incident' }, summary: 'Disk full' };

let jira: JiraSimulator;
beforeEach(async () => {
  jira = await startJira({
    now: () => Date.UTC(2026, 0, 31, 12, 0, 5),
    projects: [
      { key: 'OPS', issueTypes: ['Incident', 'Task'], components: ['Platform'] },
      { key: 'WEB', issueTypes: ['Bug'] },
    ],
    customFields: [
      { id: 'customfield_10050', name: 'Impact', type: 'number' },
      { id: 'customfield_10051', name: 'Analysis', type: 'textarea' },
    ],
    users: [{ accountId: 'x', name: 'ann', email: 'ann@company.com', displayName: 'Ann Ashe' }],
    skipKeys: [2, 3],
    validateAdf: document => (JSON.stringify(document).includes('blink') ? 'no such node' : undefined),
  });
});
afterEach(() => jira.close());

const send = (line: string, asking: Asking = {}) => ask(jira.url, line, { auth, ...asking });
const create = (fields: object, more: object = {}, version = 3) =>
  send(`POST /rest/api/${version}/issue`, { body: { fields: { ...minimal, ...fields }, ...more } });

describe('creating an issue', () => {
  it('answers 201 with id, key and self, ids as text', async () => {
    const answer = await create({});
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({ id: '10001', key: 'OPS-1', self: `${jira.url}/rest/api/3/issue/10001` });
    expect(answer.headers.has('x-seraph-loginreason')).toBe(false);
  });

  it('counts keys per project, leaves out the gaps, and never recognises a repeat', async () => {
    for (let i = 0; i < 3; i++) await create({ labels: ['k1'] });
    await create({ project: { key: 'WEB' }, issuetype: { name: 'Bug' } });
    expect(jira.issues().map(issue => [issue.id, issue.key])).toEqual([
      ['10001', 'OPS-1'],
      ['10002', 'OPS-4'],
      ['10003', 'OPS-5'],
      ['10004', 'WEB-1'],
    ]);
    expect(jira.countByLabel('k1')).toBe(3);
    expect(jira.countByLabel('k')).toBe(0);
  });

  it('stores every field, the properties and an added comment', async () => {
    const fields = {
      description: doc(node('codeBlock', [text('a\nb')]), { type: 'rule' }),
      priority: { name: 'High' },
      labels: ['rca', 'automated', 'rca'],
      components: [{ name: 'Platform' }],
      customfield_10001: 'abc123',
      customfield_10050: 3,
      customfield_10051: said('why'),
      assignee: { accountId: 'x' },
    };
    const properties = [{ key: 'itsm', value: { key: 'k1' } }];
    const answer = await create(fields, { properties, update: { comment: [{ add: { body: said('hi') } }] } });
    expect(answer.status).toBe(201);
    expect(jira.issues()).toMatchObject([
      {
        fields: {
          ...fields,
          summary: 'Disk full',
          issuetype: { name: 'Incident' },
          project: { key: 'OPS' },
          labels: ['rca', 'automated'],
          created: '2026-01-31T12:00:05.000+0000',
        },
        properties: { itsm: { key: 'k1' } },
        comments: [{ body: said('hi') }],
      },
    ]);
  });

  it('gives an issue without a priority the site default', async () => {
    await create({});
    expect(jira.issues()[0]?.fields.priority).toEqual({ id: '3', name: 'Medium' });
  });

  it('takes ids for names', async () => {
    const answer = await create({ project: { id: '10000' }, issuetype: { id: '10002' }, priority: { id: '1' } });
    expect(answer.status).toBe(201);
    expect(jira.issues()[0]?.fields).toMatchObject({ issuetype: { name: 'Task' }, priority: { name: 'Highest' } });
  });

  it('takes strings on v2 and shows them as documents on v3, and the other way round', async () => {
    await create({ description: 'line one\nline two' }, {}, 2);
    await create({ description: doc(node('paragraph', [text('a'), { type: 'hardBreak' }, text('b')])) });
    const description = async (version: number, key: string): Promise<unknown> =>
      (await send(`GET /rest/api/${version}/issue/${key}?fields=description`)).body;
    expect(await description(2, 'OPS-1')).toMatchObject({ fields: { description: 'line one\nline two' } });
    expect(await description(3, 'OPS-1')).toMatchObject({
      fields: { description: doc(node('paragraph', [text('line one'), { type: 'hardBreak' }, text('line two')])) },
    });
    expect(await description(2, 'OPS-4')).toMatchObject({ fields: { description: 'a\nb' } });
  });
});

describe('what a create is refused for', () => {
  const noSummary = 'You must specify a summary of the issue.';
  const tooLong = 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.';
  const notAdf = 'Operation value must be an Atlassian Document (see the Atlassian Document Format)';
  const unknown = "Field 'severity' cannot be set. It is not on the appropriate screen, or unknown.";
  const newline = 'The summary is invalid because it contains newline characters.';
  const longLabel = 'x'.repeat(256);

  it.each<[string, object, Record<string, string>]>([
    ['an empty summary', { summary: ' ' }, { summary: noSummary }],
    ['a missing summary', { summary: undefined }, { summary: noSummary }],
    ['a summary with a newline', { summary: 'a\nb' }, { summary: newline }],
    ['a summary of 256', { summary: 'x'.repeat(256) }, { summary: "Summary can't exceed 255 characters." }],
    ['a label with a space', { labels: ['x y'] }, { labels: "The label 'x y' contains spaces which is invalid." }],
    [
      'a label of 256',
      { labels: [longLabel] },
      { labels: `The label '${longLabel}' exceeds the maximum length for a single label of 255 characters` },
    ],
    ['a string as description', { description: 'text' }, { description: notAdf }],
    ['a description of 32,768', { description: said('x'.repeat(32_768)) }, { description: tooLong }],
    ['an unknown project', { project: { key: 'NO' } }, { project: 'Specify a valid project ID or key' }],
    ['no issue type', { issuetype: undefined }, { issuetype: 'Specify a valid issue type' }],
    ['a type of another project', { issuetype: { name: 'Bug' } }, { issuetype: 'Specify a valid issue type' }],
    ['an unknown priority', { priority: { name: 'Urgent' } }, { priority: 'The priority selected is invalid.' }],
    ['an unknown component', { components: [{ name: 'X' }] }, { components: "Component name 'X' is not valid" }],
    ['an unknown field', { severity: 'x' }, { severity: unknown }],
    ['a list as a text field', { customfield_10002: ['a'] }, { customfield_10002: 'Operation value must be a string' }],
    ['text as a number', { customfield_10050: '3' }, { customfield_10050: 'Operation value must be a number' }],
    ['text as a textarea', { customfield_10051: 'x' }, { customfield_10051: notAdf }],
    [
      'a text field of 256',
      { customfield_10001: 'x'.repeat(256) },
      { customfield_10001: 'The entered text is too long. It exceeds the allowed limit of 255 characters.' },
    ],
    ['several at once', { summary: '', severity: 'x' }, { summary: noSummary, severity: unknown }],
  ])('%s', async (_what, fields, errors) => {
    const answer = await create(fields);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ errorMessages: [], errors });
    expect(jira.issues()).toEqual([]);
  });

  it('a document sent to v2', async () => {
    const answer = await create({ description: said('x') }, {}, 2);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ errorMessages: [], errors: { description: 'Operation value must be a string' } });
  });

  it('nothing at the limits themselves', async () => {
    const fields = {
      summary: 'x'.repeat(255),
      labels: ['y'.repeat(255)],
      description: said('z'.repeat(32_767)),
      customfield_10001: 'c'.repeat(255),
    };
    expect((await create(fields)).status).toBe(201);
  });

  it.each([
    ['another root', { type: 'paragraph', version: 1, content: [] }],
    ['no version', { type: 'doc', content: [] }],
    ['no content', { type: 'doc', version: 1 }],
    ['an empty text node', said('')],
    ['a newline in a text node', said('a\nb')],
    ['an empty text node deep inside', doc(node('bulletList', [node('listItem', [node('paragraph', [text('')])])]))],
    ['what the given judge refuses', doc({ type: 'blink' })],
  ])('a document with %s, without saying where', async (_what, description) => {
    const answer = await create({ description });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ errorMessages: ['INVALID_INPUT'], errors: {} });
    expect(jira.issues()).toEqual([]);
  });

  it('a body that is not JSON', async () => {
    const answer = await send('POST /rest/api/3/issue', { body: '{"fields":' });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errorMessages: [expect.stringContaining('error parsing JSON')] });
  });
});
