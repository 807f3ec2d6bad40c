import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from './start-jira.ts';

const auth = basic('integration@company.com', 'sandbox');
const said = (text: string): unknown => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const noIssue = { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} };

let jira: JiraSimulator;
beforeEach(async () => {
  jira = await startJira({ now: () => Date.UTC(2026, 0, 31) });
  const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Disk full', labels: ['rca'] };
  await send('POST /rest/api/3/issue', { fields });
});
afterEach(() => jira.close());

const send = (line: string, body?: unknown) => ask(jira.url, line, { auth, body });
const edit = (body: unknown) => send('PUT /rest/api/3/issue/OPS-1', body);
const issue = () => jira.issues()[0];

describe('editing an issue', () => {
  it('answers 204 without a body and moves only what was sent', async () => {
    const answer = await edit({ fields: { summary: 'Disk is full', priority: { name: 'Low' } } });
    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(issue()?.fields).toMatchObject({ summary: 'Disk is full', priority: { name: 'Low' }, labels: ['rca'] });
  });

  it('plays update operations: a comment, labels added and removed, a set', async () => {
    const update = {
      comment: [{ add: { body: said('still broken') } }],
      labels: [{ add: 'two' }, { remove: 'rca' }, { add: 'three' }],
      summary: [{ set: 'Set' }],
    };
    expect((await edit({ update })).status).toBe(204);
    expect(issue()).toMatchObject({
      fields: { summary: 'Set', labels: ['two', 'three'] },
      comments: [{ body: said('still broken') }],
    });
  });

  it('adds to lists of named things and takes out of them, by name or id', async () => {
    const add = { components: [{ add: { name: 'Platform' } }, { add: { id: '10000' } }] };
    expect((await edit({ update: add })).status).toBe(204);
    expect(issue()?.fields.components).toEqual([{ id: '10000', name: 'Platform' }]);
    expect((await edit({ update: { components: [{ remove: { name: 'Platform' } }] } })).status).toBe(204);
    expect(issue()?.fields.components).toEqual([]);
    await edit({ update: { components: [{ set: [{ name: 'Platform' }] }] } });
    expect(issue()?.fields.components).toMatchObject([{ name: 'Platform' }]);
  });

  it('stores properties beside the ones that are there', async () => {
    await edit({ properties: [{ key: 'a', value: 1 }] });
    await edit({ properties: [{ key: 'b', value: 2 }] });
    expect(issue()?.properties).toEqual({ a: 1, b: 2 });
  });

  it('refuses fields.comment: a comment is added by an update operation', async () => {
    const answer = await edit({ fields: { comment: 'Update' } });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      errorMessages: [],
      errors: { comment: "Field 'comment' cannot be set. It is not on the appropriate screen, or unknown." },
    });
  });

  it.each([
    ['a field in both members', { fields: { labels: [] }, update: { labels: [{ add: 'x' }] } }, 'labels'],
    ['a bad label', { update: { labels: [{ add: 'x y' }] } }, 'labels'],
    ['to take out what is not there', { update: { components: [{ remove: { name: 'X' } }] } }, 'components'],
    ['an operation on no field', { update: { nonsense: [{ add: 'x' }] } }, 'nonsense'],
    ['another project', { fields: { project: { key: 'WEB' } } }, 'project'],
    ['a comment that is no document', { update: { comment: [{ add: { body: 'x' } }] } }, 'comment'],
    ['a resolution, which only a transition sets', { fields: { resolution: { name: 'Done' } } }, 'resolution'],
  ])('refuses %s and changes nothing', async (_what, body, field) => {
    const before = issue();
    const answer = await edit(body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ errorMessages: [], errors: { [field]: expect.any(String) } });
    expect(issue()).toEqual(before);
  });

  it('refuses a verb that a field has not, in a message about no field', async () => {
    const message =
      "Field with id 'summary' and name 'Summary' does not support operation 'add' Supported operation(s) are: 'set'";
    expect(await edit({ update: { summary: [{ add: 'x' }] } })).toMatchObject({
      status: 400,
      body: { errorMessages: [message], errors: {} },
    });
  });

  it('answers 404 for an unknown issue', async () => {
    expect(await send('PUT /rest/api/3/issue/OPS-9', { fields: {} })).toMatchObject({ status: 404, body: noIssue });
  });
});

describe('issue properties', () => {
  const path = '/rest/api/3/issue/OPS-1/properties';

  it('are made with 201, replaced with 200, read and listed', async () => {
    expect((await send(`PUT ${path}/itsm.key`, { key: 'k1' })).status).toBe(201);
    expect((await send(`PUT ${path}/itsm.key`, { key: 'k2' })).status).toBe(200);
    expect((await send(`GET ${path}/itsm.key`)).body).toEqual({ key: 'itsm.key', value: { key: 'k2' } });
    expect((await send(`GET ${path}`)).body).toMatchObject({ keys: [{ key: 'itsm.key' }] });
    expect((await send('GET /rest/api/3/issue/OPS-1?properties=itsm.key,other&fields=summary')).body).toMatchObject({
      fields: { summary: 'Disk full' },
      properties: { 'itsm.key': { key: 'k2' } },
    });
  });

  it('are refused when they are too long or not JSON', async () => {
    expect((await send(`PUT ${path}/big`, 'x'.repeat(40_000))).status).toBe(400);
    expect((await send(`PUT ${path}/big`, JSON.stringify('x'.repeat(32_767)))).status).toBe(400);
    expect((await send(`PUT ${path}/${'k'.repeat(256)}`, { a: 1 })).status).toBe(400);
    expect((await send(`PUT ${path}/most`, JSON.stringify('x'.repeat(32_766)))).status).toBe(201);
    expect(Object.keys(issue()?.properties ?? {})).toEqual(['most']);
  });

  it('that are not there are 404', async () => {
    expect((await send(`GET ${path}/none`)).status).toBe(404);
    expect((await send('PUT /rest/api/3/issue/OPS-9/properties/a', { a: 1 })).status).toBe(404);
  });
});
