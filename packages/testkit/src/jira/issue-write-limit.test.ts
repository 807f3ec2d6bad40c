import { describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { startJira } from './start-jira.ts';

const auth = basic('integration@company.com', 'sandbox');
const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Disk full' };

async function openSite(options: object = {}) {
  let nowMs = Date.UTC(2026, 0, 31);
  const site = await startJira({ perIssueWrites: true, now: () => nowMs, ...options });
  const send = (line: string, body?: unknown) => ask(site.url, line, { auth, body });
  for (let i = 0; i < 2; i++) await send('POST /rest/api/3/issue', { fields });
  const edit = (key = 'OPS-1') => send(`PUT /rest/api/3/issue/${key}`, { fields: { summary: 'x' } });
  const edits = async (count: number) => {
    const statuses = new Set<number>();
    for (let made = 0; made < count; made++) statuses.add((await edit()).status);
    return [...statuses];
  };
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { send, edit, edits, pass, [Symbol.asyncDispose]: () => site.close() };
}

describe('writes to one issue', () => {
  it('are at most 20 in 2 seconds; reads and other issues go on', async () => {
    await using site = await openSite();
    expect(await site.edits(20)).toEqual([204]);
    const answer = await site.edit();
    expect(answer.status).toBe(429);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'retry-after': '2',
      'x-ratelimit-limit': '20',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '2026-01-31T00:00:02.000Z',
      'ratelimit-reason': 'jira-per-issue-on-write',
    });
    expect((await site.send('GET /rest/api/3/issue/OPS-1')).status).toBe(200);
    expect((await site.edit('OPS-2')).status).toBe(204);
    expect((await site.edit('10001')).status).toBe(429);
    site.pass(2_000);
    expect((await site.edit()).status).toBe(204);
  });

  it('are at most 100 in 30 seconds', async () => {
    await using site = await openSite();
    for (let i = 0; i < 5; i++) {
      expect(await site.edits(20)).toEqual([204]);
      site.pass(2_000);
    }
    const answer = await site.edit();
    expect(answer.status).toBe(429);
    expect(answer.headers.get('x-ratelimit-limit')).toBe('100');
    expect(answer.headers.get('retry-after')).toBe('20');
    site.pass(20_000);
    expect(await site.edits(20)).toEqual([204]);
  });

  it('are counted only where a test asks for it', async () => {
    await using site = await openSite({ perIssueWrites: false });
    expect(await site.edits(25)).toEqual([204]);
  });
});

describe('messages in another language', () => {
  it('are the same errors under the same fields', async () => {
    await using site = await openSite({ localise: (message: string) => `错误 ${message}` });
    const refused = await site.send('POST /rest/api/3/issue', { fields: { ...fields, summary: '', x: 1 } });
    const translated = expect.stringMatching(/^错误 /);
    expect(refused.body).toEqual({ errorMessages: [], errors: { summary: translated, x: translated } });
    expect((await site.send('GET /rest/api/3/issue/OPS-9')).body).toMatchObject({ errorMessages: [translated] });
    expect((await site.send('GET /rest/api/3/nothing')).body).toMatchObject({ message: translated });
    await site.edits(20);
    expect(await site.edit()).toMatchObject({ status: 429, body: { errorMessages: [translated] } });
    expect((await site.send('GET /rest/api/3/issue/OPS-1')).body).toMatchObject({ fields: { summary: 'x' } });
  });
});
