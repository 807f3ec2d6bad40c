import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { type JiraSimulator, startJira } from './start-jira.ts';

const auth = basic('integration@company.com', 'sandbox');
const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
const minimal = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Disk full' };

let jira: JiraSimulator;
beforeEach(async () => {
  jira = await startJira({ now: () => Date.UTC(2026, 0, 31), attachmentLimitBytes: 300 });
  await send('POST /rest/api/3/issue', { fields: minimal });
});
afterEach(() => jira.close());

const send = (line: string, body?: unknown) => ask(jira.url, line, { auth, body });
const file = (name: string, content: Uint8Array<ArrayBuffer> | string = bytes, field = 'file') =>
  [field, new File([content], name, { type: 'image/png' })] as const;

async function upload(parts: readonly (readonly [string, File | string])[], headers: object = {}) {
  const form = new FormData();
  for (const [field, value] of parts) form.append(field, value);
  const answer = await fetch(`${jira.url}/rest/api/3/issue/OPS-1/attachments`, {
    method: 'POST',
    headers: { authorization: auth, 'x-atlassian-token': 'no-check', ...headers },
    body: form,
  });
  const text = await answer.text();
  return { status: answer.status, body: answer.ok ? JSON.parse(text) : text };
}

describe('attachments', () => {
  it('are uploaded, several at once, and come with the issue when they are asked for', async () => {
    const answer = await upload([file('graph 1.png'), file('größe.png', 'x')]);
    expect(answer).toMatchObject({
      status: 200,
      body: [
        {
          id: '10001',
          self: `${jira.url}/rest/api/3/attachment/10001`,
          filename: 'graph 1.png',
          size: 256,
          mimeType: 'image/png',
          content: `${jira.url}/rest/api/3/attachment/content/10001`,
          created: '2026-01-31T00:00:00.000+0000',
          author: { displayName: 'Integration' },
        },
        { id: '10002', filename: 'größe.png', size: 1 },
      ],
    });
    expect(jira.issues()[0]?.attachments).toMatchObject([{ filename: 'graph 1.png', content: bytes }, {}]);
    const shown = await send('GET /rest/api/3/issue/OPS-1?fields=attachment');
    expect(shown.body).toMatchObject({ fields: { attachment: answer.body } });
    expect((await send('GET /rest/api/3/issue/OPS-1?fields=*navigable')).text).not.toContain('graph');
  });

  it('have a number for an id when they are read alone', async () => {
    await upload([file('graph.png')]);
    const answer = await send('GET /rest/api/3/attachment/10001');
    expect(answer).toMatchObject({ status: 200, body: { id: 10_001, filename: 'graph.png', size: 256 } });
    expect((await send('GET /rest/api/3/attachment/9')).status).toBe(404);
  });

  it('are downloaded byte for byte from an address that asks for no credential', async () => {
    await upload([file('graph.png')]);
    const content = `${jira.url}/rest/api/3/attachment/content/10001`;
    const sentOn = await fetch(content, { headers: { authorization: auth }, redirect: 'manual' });
    expect(sentOn.status).toBe(303);
    const answer = await fetch(sentOn.headers.get('location') ?? '');
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    const direct = await fetch(`${content}?redirect=false`, { headers: { authorization: auth } });
    expect(new Uint8Array(await direct.arrayBuffer())).toEqual(bytes);
    expect((await fetch(`${jira.url}/media/9/binary`)).status).toBe(404);
  });

  it('are deleted with 204, and are then gone', async () => {
    await upload([file('graph.png')]);
    expect(await send('DELETE /rest/api/3/attachment/10001')).toMatchObject({ status: 204, text: '' });
    expect((await send('DELETE /rest/api/3/attachment/10001')).status).toBe(404);
    expect(jira.issues()[0]?.attachments).toEqual([]);
  });

  it('are limited in size, as the site tells', async () => {
    expect((await send('GET /rest/api/3/attachment/meta')).body).toEqual({ enabled: true, uploadLimit: 300 });
    expect(await upload([file('a.txt', 'x'), file('b.txt', 'x'.repeat(301))])).toMatchObject({ status: 413 });
    expect(jira.issues()[0]?.attachments).toEqual([]);
    expect((await upload([file('b.txt', 'x'.repeat(300))])).status).toBe(200);
  });

  it('are refused without the token of the check, under another field, or as mere text', async () => {
    expect(await upload([file('a.txt')], { 'x-atlassian-token': '' })).toEqual({
      status: 403,
      body: 'XSRF check failed',
    });
    expect((await upload([file('a.txt', 'x', 'attachment')])).status).toBe(400);
    expect((await upload([['file', 'text']])).status).toBe(400);
    expect((await upload(Array.from({ length: 61 }, () => file('a.txt', 'x')))).status).toBe(413);
    expect(jira.issues()[0]?.attachments).toEqual([]);
  });

  it('are taken back where the answer is only rehearsed', async () => {
    jira.fault({ on: 'POST /rest/api/3/issue/OPS-1/attachments', effect: { kind: 'half-body', commit: false } });
    await expect(upload([file('a.txt')])).rejects.toThrow();
    expect(jira.issues()[0]?.attachments).toEqual([]);
    expect(await upload([file('a.txt')])).toMatchObject({ body: [{ id: '10001' }] });
  });
});
