import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Delivery } from '@itsm-bridge/core';
import { jira } from '@itsm-bridge/plugin-jira';
import { servicenow } from '@itsm-bridge/plugin-servicenow';
import {
  type Browser,
  type BrowserContextOptions,
  browserRuns,
  openBrowser,
  type Page,
} from '@itsm-bridge/test-browser';
import { openBench } from '@itsm-bridge/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox, type Sandbox } from './open-sandbox.ts';
import { openShell, type Shell } from './shell.ts';

const attack = '<script>owned = 1</script><img src=x onerror="owned = 1">[code]<b onmouseover="owned = 1">b</b>[/code]';
const job = { id: 'job-1', title: `Disk full ${attack}`, severity: 'critical' as const };
const analysis = { executive_summary: `${attack}\n\n| Measure | Value |\n|---|---|\n| ${'wide'.repeat(40)} | 1 |` };
const auth = `Basic ${Buffer.from('integration_user:sandbox').toString('base64')}`;

/** Everything below runs in a real browser. What the page answers is told by the tests of testkit's page/, everywhere. */
describe.skipIf(!browserRuns)('the page of itsm sandbox', () => {
  let browser: Browser;
  let shell: Shell;
  let sandbox: Sandbox;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [browser, shell] = await Promise.all([openBrowser(), openShell()]);
  });
  afterAll(async () => {
    await browser.close();
    await shell[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    complaints = [];
    sandbox = await openSandbox(shell.dir);
    page = await open('/');
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map(context => context.close()));
    await sandbox[Symbol.asyncDispose]();
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const opened = await (await browser.newContext(options)).newPage();
    // What a policy refuses is among the errors of the console.
    opened.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    opened.on('pageerror', error => complaints.push(String(error)));
    await opened.goto(`${sandbox.page}${path}`);
    return opened;
  }
  async function deliver(settings: object = {}): Promise<readonly Delivery[]> {
    const config = JSON.parse(await readFile(join(shell.dir, sandbox.config), 'utf8'));
    Object.assign(config.servicenow, settings);
    await using bench = await openBench({ config, plugins: [servicenow, jira] });
    return await bench.itsm.createTickets({ job, analysis });
  }
  const link = (name: RegExp) => page.getByRole('link', { name });
  const owned = () => page.evaluate('globalThis.owned');

  async function post(path: string, body: string, type = 'application/json'): Promise<Record<string, string>> {
    const headers = { authorization: auth, 'content-type': type };
    const answer = await fetch(`${sandbox.servicenow}${path}`, { method: 'POST', headers, body });
    return JSON.parse(await answer.text()).result;
  }

  it('shows tickets as they come, without a reload, and opens one by the keyboard', async () => {
    await page.getByText('There are none yet.').waitFor();
    await page.evaluate('globalThis.mark = 1');
    expect((await deliver()).map(({ status }) => status)).toEqual(['created', 'created']);
    await link(/^INC0010001 Disk full <script>/).waitFor();
    await link(/^OPS-1 Disk full <script>/).waitFor();
    expect(await page.getByRole('status').textContent()).toBe('2 tickets');
    expect(await page.evaluate('globalThis.mark')).toBe(1);

    await link(/^OPS-1/).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^OPS-1 Disk full/ }).waitFor();
    const words = await page.getByRole('main').textContent();
    for (const part of ['Highest', 'To Do', 'rca, automated', 'Measure', attack]) expect(words).toContain(part);
    await link(/^All tickets$/).click();
    await link(/^OPS-1/).waitFor();
    expect({ owned: await owned(), complaints }).toEqual({ owned: undefined, complaints: [] });
  });

  it('shows what was sent as HTML without what runs or loads, and keeps the focus when it changes', async () => {
    const { sys_id: id } = await post('/api/now/table/incident', JSON.stringify({ short_description: 'Disk full' }));
    page = await open(`/servicenow/${id}`);
    await link(/simulated platform/).focus();
    const note = JSON.stringify({ work_notes: `[code]<p id="home">Now <strong>mended</strong></p>${attack}[/code]` });
    const headers = { authorization: auth };
    await fetch(`${sandbox.servicenow}/api/now/table/incident/${id}`, { method: 'PATCH', headers, body: note });
    await page.locator('strong', { hasText: 'mended' }).waitFor();
    await page.getByText('b', { exact: true }).hover();
    expect(await page.evaluate('document.activeElement.id')).toBe('platform');
    expect({ owned: await owned(), complaints }).toEqual({ owned: undefined, complaints: [] });
  });

  it('shows a record of whatever table the config names, on the page that its link leads to as well', async () => {
    const [delivery] = await deliver({ table: 'sn_si_incident', defaults: {} });
    await link(/^SIR0010001 Disk full/).waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: 'SIR0010001' }).textContent()).toMatch(
      /Security Incident\s+Draft\s+1 - Critical/,
    );
    await page.goto(delivery?.ticket?.url ?? '');
    await page.getByRole('heading', { level: 1, name: /^SIR0010001 Disk full/ }).waitFor();
    expect(await page.getByText('Security Incident (sn_si_incident)').count()).toBe(1);
    await link(/^All tickets$/).click();
    await link(/^SIR0010001/).waitFor();
    expect({ owned: await owned(), complaints }).toEqual({ owned: undefined, complaints: [] });
  });

  it('has a policy under which no script runs that got in after all', async () => {
    await page.evaluate(`document.body.append(Object.assign(document.createElement('script'), { text: 'owned = 1' }))`);
    expect(await owned()).toBeUndefined();
    expect(complaints).toEqual([expect.stringContaining('Content Security Policy')]);
  });

  it('gives the files of a ticket out as downloads', async () => {
    const { sys_id: id } = await post('/api/now/table/incident', '{}');
    const about = `table_name=incident&table_sys_id=${id}&file_name=report.html`;
    await post(`/api/now/attachment/file?${about}`, '<script>owned = 1</script>', 'text/html');
    await page.goto(`${sandbox.page}/servicenow/${id}`);
    const [download] = await Promise.all([page.waitForEvent('download'), link(/^report\.html$/).click()]);
    expect(download.suggestedFilename()).toBe('report.html');
    expect(await readFile(await download.path(), 'utf8')).toBe('<script>owned = 1</script>');
  });

  it('is dark where the system is, and fits a phone', async () => {
    const phone = await open('/', { viewport: { width: 360, height: 740 } });
    const hidden = await phone.locator('pre').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(hidden).toBe(0);
    await deliver();
    const ground = (of: Page) => of.evaluate('getComputedStyle(document.body).backgroundColor');
    const dark = await open('/', { colorScheme: 'dark' });
    expect([await ground(page), await ground(dark)]).toEqual(['rgb(245, 246, 248)', 'rgb(20, 23, 28)']);
    await phone.getByRole('link', { name: /^INC/ }).click();
    for (const ticket of [phone.url(), `${sandbox.page}/jira/OPS-1`, sandbox.page]) {
      await phone.goto(ticket);
      expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360);
    }
    expect(complaints).toEqual([]);
  });

  it('says so when the sandbox has ended', async () => {
    await sandbox[Symbol.asyncDispose]();
    await page.getByRole('status').getByText('The sandbox has ended.').waitFor();
  });
});
