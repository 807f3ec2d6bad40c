import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JiraSimulator, startJira } from '../jira/start-jira.ts';
import { type ServiceNowSimulator, startServiceNow } from '../servicenow/start-servicenow.ts';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { wordsOf } from './__fixtures__/words-of.ts';
import { type SandboxPage, startSandboxPage } from './start-sandbox-page.ts';

let nowMs = Date.UTC(2026, 0, 31);
let page: SandboxPage;
let servicenow: ServiceNowSimulator;
let jira: JiraSimulator;

beforeEach(async () => {
  const now = (): number => nowMs;
  page = await startSandboxPage({ hint: 'itsm create <file>' });
  servicenow = await startServiceNow({ now, overview: page.url });
  jira = await startJira({ now, overview: page.url });
  page.show(servicenow.tickets);
  page.show(jira.tickets);
});
afterEach(async () => {
  await Promise.all([servicenow.close(), jira.close(), page[Symbol.asyncDispose]()]);
});

const see = (path: string) => ask(page.url, `GET ${path}`);

async function incident(fields: object): Promise<string> {
  const auth = basic('integration_user', 'sandbox');
  const line = 'POST /api/now/table/incident?sysparm_input_display_value=true';
  await ask(servicenow.url, line, { auth, body: fields });
  return servicenow.incidents().at(-1)?.sys_id ?? '';
}

async function issue(fields: object): Promise<void> {
  const auth = basic('integration@company.com', 'sandbox');
  const minimal = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Disk full' };
  await ask(jira.url, 'POST /rest/api/2/issue', { auth, body: { fields: { ...minimal, ...fields } } });
}

/** The status for a request whose Host header says something else than where it went. */
const statusFor = (url: string, path: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(`${url}${path}`, { headers: { host } }, answer => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });

describe('the page of a sandbox', () => {
  it('tells a command that makes a ticket, where there is none', async () => {
    expect(wordsOf((await see('/')).text)).toContain('There are none yet.');
    expect(wordsOf((await see('/')).text)).toContain('itsm create <file>');
  });

  it('lists the tickets of both platforms, newest first', async () => {
    for (const title of ['first', 'third']) {
      await incident({ short_description: title, impact: '1', urgency: '1' });
      nowMs += 1_000;
      await issue({ summary: title === 'first' ? 'second' : 'fourth', priority: { name: 'High' } });
      nowMs += 1_000;
    }
    const words = wordsOf((await see('/')).text);
    expect(words.match(/first|second|third|fourth/g)).toEqual(['fourth', 'third', 'second', 'first']);
    expect(words).toContain('Jira OPS-2 fourth Task To Do High 2026-01-31 00:00:03 UTC');
    expect(words).toContain('ServiceNow INC0010001 first Incident New 1 - Critical 2026-01-31 00:00:00 UTC');
  });

  it('shows an incident with names and labels, its journal and its files', async () => {
    const fields = { assignment_group: 'Network', caller_id: 'RCA Engine', category: 'RCA Analysis' };
    const id = await incident({ ...fields, work_notes: '[code]<b>why</b>[/code]', correlation_id: 'k1' });
    const auth = basic('integration_user', 'sandbox');
    const about = `table_name=incident&table_sys_id=${id}&file_name=${encodeURIComponent('ü <1>.html')}`;
    await ask(servicenow.url, `POST /api/now/attachment/file?${about}`, { auth, body: '<b>', type: 'text/html' });
    const { text } = await see(`/servicenow/${id}`);
    const words = wordsOf(text);
    expect(words).toContain('Assignment group Network Assigned to none Caller RCA Engine Category RCA Analysis');
    expect(words).toContain('Correlation ID k1');
    expect(words).toContain('Work note');
    expect(text).toContain('<b>why</b>');
    expect(words).toContain('ü <1>.html text/html, 3 bytes');
    const file = await see(`/servicenow/${id}/files/${servicenow.attachments(id)[0]?.sysId}`);
    expect(file.text).toBe('<b>');
    // Whatever it is, it is not shown as a page of ours.
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''%C3%BC%20%3C1%3E.html",
      'x-content-type-options': 'nosniff',
    });
  });

  it('shows an issue with its labels, links and comments', async () => {
    await issue({ labels: ['rca', 'itsm-1'], description: 'h1. <b>why</b>' });
    const auth = basic('integration@company.com', 'sandbox');
    const link = { object: { url: 'https://rca.example/1', title: 'Analysis 1' } };
    await ask(jira.url, 'POST /rest/api/3/issue/OPS-1/remotelink', { auth, body: link });
    await ask(jira.url, 'POST /rest/api/2/issue/OPS-1/comment', { auth, body: { body: 'Mended.' } });
    const { text } = await see('/jira/OPS-1');
    for (const words of ['Status To Do', 'Labels rca, itsm-1', '<b>why</b>', 'Mended.', 'Analysis 1'])
      expect(wordsOf(text)).toContain(words);
    expect(text).toContain('<a href="https://rca.example/1">Analysis 1</a>');
    expect(text).toContain('<h3>&#x3C;b>why&#x3C;/b></h3>');
    expect(text).not.toContain('<b>');
  });

  it('and the pages of the platforms lead to each other', async () => {
    const id = await incident({ short_description: 'Disk full' });
    const link = `${servicenow.url}/nav_to.do?uri=incident.do%3Fsys_id%3D${id}`;
    expect((await see(`/servicenow/${id}`)).text).toContain(`href="${link}"`);
    const theirs = await (await fetch(link)).text();
    expect(theirs).toContain(`href="${page.url}"`);
    expect(wordsOf(theirs)).toContain('Simulated ServiceNow');
  });

  it('allows nothing that is not its own: no inline script or style, no foreign address', async () => {
    const { headers, text } = await see('/');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(text).not.toMatch(/<style|<script>| style=| on[a-z]+=|https?:/);
    for (const path of text.match(/\/itsm-page\/[a-z.]+/g) ?? [])
      for (const url of [page.url, servicenow.url, jira.url]) expect((await ask(url, `GET ${path}`)).status).toBe(200);
  });

  it('only reads, and answers no name but that of this machine', async () => {
    expect((await ask(page.url, 'POST /', { body: {} })).status).toBe(405);
    expect((await ask(page.url, 'DELETE /jira/OPS-1')).status).toBe(405);
    const { port } = new URL(page.url);
    expect(await statusFor(page.url, '/', 'evil.example')).toBe(421);
    expect(await statusFor(page.url, '/', `127.0.0.1.evil.example:${port}`)).toBe(421);
    expect(await statusFor(page.url, '/', `localhost:${port}`)).toBe(200);
    await issue({});
    expect(await statusFor(jira.url, '/browse/OPS-1', 'evil.example')).toBe(421);
  });

  it('outlives a ticket that it can not show', async () => {
    const find = (): never => {
      throw new Error('not now');
    };
    await using other = await startSandboxPage({ hint: '' });
    other.show({ platform: 'Jira', list: () => [], find });
    expect((await ask(other.url, 'GET /jira/OPS-1')).status).toBe(500);
    expect((await ask(other.url, 'GET /')).status).toBe(200);
  });

  it.each(['/jira/OPS-9', '/servicenow/1', '/nothing', '/jira/OPS-1/files/9', '/jira/OPS-1/x/10001', '/%zz'])(
    'answers 404 for %s',
    async path => {
      await issue({});
      expect((await see(path)).status).toBe(404);
    },
  );
});
