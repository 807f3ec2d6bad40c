import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from './start-jira.ts';

const auth = basic('integration@company.com', 'sandbox');
const body = (text: string): unknown => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const internal = [{ key: 'sd.public.comment', value: { internal: true } }];

let jira: JiraSimulator;
let nowMs: number;
beforeEach(async () => {
  nowMs = Date.UTC(2026, 0, 31);
  jira = await startJira({
    now: () => nowMs,
    projects: [
      { key: 'OPS', issueTypes: ['Task'] },
      { key: 'ITSM', issueTypes: ['Task'], type: 'service_desk' },
    ],
  });
  for (const key of ['OPS', 'ITSM']) {
    const fields = { project: { key }, issuetype: { name: 'Task' }, summary: 'Disk full' };
    await send('POST /rest/api/3/issue', { fields });
  }
});
afterEach(() => jira.close());

const send = (line: string, sent?: unknown) => ask(jira.url, line, { auth, body: sent });
const comment = (key: string, more: object = {}) =>
  send(`POST /rest/api/3/issue/${key}/comment`, { body: body('x'), ...more });

describe('an internal comment', () => {
  it('is one of a service desk that says so; every other one is public', async () => {
    expect((await comment('ITSM-1', { properties: internal })).body).toMatchObject({ jsdPublic: false });
    expect((await comment('ITSM-1')).body).toMatchObject({ jsdPublic: true });
    expect((await comment('OPS-1', { properties: internal })).body).toMatchObject({ jsdPublic: true });
    const update = { comment: [{ add: { body: body('y'), properties: internal } }] };
    await send('PUT /rest/api/3/issue/ITSM-1', { update });
    const [ops, desk] = jira.issues();
    expect(ops?.comments).toMatchObject([{ internal: false }]);
    expect(desk?.comments).toMatchObject([{ internal: true }, { internal: false }, { internal: true }]);
  });
});

describe('one comment', () => {
  const path = '/rest/api/3/issue/ITSM-1/comment/10001';

  it('is read, with its properties when they are asked for', async () => {
    await comment('ITSM-1', { properties: internal });
    expect((await send(`GET ${path}`)).body).toMatchObject({ id: '10001', body: body('x') });
    expect((await send(`GET ${path}?expand=properties`)).body).toMatchObject({ properties: internal });
  });

  it('is replaced, and keeps when it was made and the properties that are not sent', async () => {
    await comment('ITSM-1', { properties: internal });
    nowMs += 1_000;
    expect(await send(`PUT ${path}`, { body: body('z') })).toMatchObject({
      status: 200,
      body: {
        body: body('z'),
        created: '2026-01-31T00:00:00.000+0000',
        updated: '2026-01-31T00:00:01.000+0000',
        jsdPublic: false,
      },
    });
    expect((await send(`PUT ${path}`, { body: 'z' })).status).toBe(400);
    expect(jira.issues()[1]?.comments).toMatchObject([{ body: body('z'), internal: true }]);
  });

  it('is deleted with 204, and then not found', async () => {
    await comment('ITSM-1');
    expect((await send(`DELETE ${path}`)).status).toBe(204);
    for (const method of ['GET', 'DELETE'])
      expect(await send(`${method} ${path}`)).toMatchObject({
        status: 404,
        body: { errorMessages: ['Can not find a comment for the id: 10001.'] },
      });
  });
});

describe('an issue property', () => {
  it('is deleted with 204, and then not found', async () => {
    const path = '/rest/api/3/issue/OPS-1/properties/itsm';
    await send(`PUT ${path}`, { a: 1 });
    expect((await send(`DELETE ${path}`)).status).toBe(204);
    expect((await send(`DELETE ${path}`)).status).toBe(404);
    expect(jira.issues()[0]?.properties).toEqual({});
  });
});
