import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { type Browser, browserRuns, openBrowser } from '@itsm-bridge/test-browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../run.ts';
import { openShell, type Shell, sandboxSecrets, specConfig } from './shell.ts';

const attack = '<script>owned = 1</script><img src=x onerror="owned = 1">\u001b[2J';
const report = `# Checkout

## What happened

The **connection pool** of \`checkout\` was exhausted; see [the run](https://rca.example.com/jobs/abc123).

1. Requests queued up behind a slow query, and none of them was given up before the gateway gave up.
2. Retries doubled the load.

\`\`\`sql
SELECT 1;
\`\`\`

| Measure | Before | After |
|---|---|---|
| p99 latency of every request that came through the gateway in the window | 12 s | 0.4 s |
`;
const job = { id: 'abc123', title: `Checkout times out ${attack}`, severity: 'high', url: 'https://rca.example.com/j' };
let shell: Shell;

beforeAll(async () => {
  shell = await openShell(sandboxSecrets);
  await shell.write('itsm_config.json', await specConfig('https://one.example.com', 'https://two.example.com'));
  await shell.write('a.json', { job, analysis: {}, report: { content: report } });
  await shell.write('b.json', {
    job: { ...job, id: 'abc124', title: 'Disk full' },
    analysis: {},
    report: { content: '# Disk' },
  });
});
afterAll(() => shell[Symbol.asyncDispose]());

/** The command at a terminal of this width. */
async function atTerminal(env: Record<string, string>, columns = 60, isTTY = true): Promise<string> {
  const stdout = Object.assign(new PassThrough(), { isTTY, columns });
  const chunks: Buffer[] = [];
  stdout.on('data', chunk => chunks.push(chunk));
  const { signal } = new AbortController();
  const io = { stdin: Readable.from(['']), stdout, stderr: new PassThrough(), env: { ...sandboxSecrets, ...env } };
  await run(['preview', 'a.json', '-c', 'itsm_config.json', '-i', 'jira'], { ...io, cwd: shell.dir, signal });
  return Buffer.concat(chunks).toString();
}
const ticketOf = (printed: string): string => printed.slice(0, printed.indexOf('\nPOST '));

describe('itsm preview', () => {
  it('shows the ticket as it will read, and the request below it', async () => {
    const printed = await atTerminal({ NO_COLOR: '1' });
    expect(ticketOf(printed)).toMatchInlineSnapshot(`
      "# abc123 → jira: Checkout times out <script>owned = 1</script><img src=x onerror="owned = 1"> [2J

      project            OPS
      issuetype          Incident
      customfield_10001  abc123
      priority           High
      components         Platform
      labels             rca, automated,
                         itsm-894574df39cb3a702e919b3946738fa4
      properties         {"key":"itsm-bridge","value":{"key":"itsm-894574df39cb3a702e919b3946738fa4","job_id":"abc123","severity":"high","url":"https://rca.example.com/j"}}

      ── description ─────────────────────────────────────────────
      Checkout

      What happened

      The connection pool of checkout was exhausted; see the run
      (https://rca.example.com/jobs/abc123).

      1. Requests queued up behind a slow query, and none of them
         was given up before the gateway gave up.
      2. Retries doubled the load.

          SELECT 1;

      Measure                                        Before  After
      p99 latency of every request that came         12 s    0.4 s
      through the gateway in the window

      # customfield_10001 is a name that is looked up when the ticket is sent; see it with --online
      # warning: customfield_10002: affected_systems is not in the analysis"
    `);
    expect(printed).toContain('POST https://two.example.com/rest/api/3/issue\nAccept: application/json');
    const [, body = ''] = ticketOf(printed).split('── description');
    for (const line of body.split('\n')) if (!line.startsWith('#')) expect(line.length, line).toBeLessThanOrEqual(61);
  });

  it('paints for a terminal that takes colours, and for nobody else', async () => {
    const painted = await atTerminal({});
    expect(painted).toContain('\u001b[1m');
    for (const plain of [
      await atTerminal({ NO_COLOR: '1' }),
      await atTerminal({ TERM: 'dumb' }),
      await atTerminal({}, 60, false),
    ])
      expect(plain).not.toContain('\u001b');
  });

  it('shows the request alone with --raw', async () => {
    const { stdout } = await shell.itsm(['preview', 'a.json', '-c', 'itsm_config.json', '-i', 'jira', '--raw']);
    expect(stdout.split('\n')[1]).toMatch(/^# .* is a name that is looked up|^POST /);
    expect(stdout).not.toContain('── description');
  });

  it('shows the texts of ServiceNow, too', async () => {
    const { stdout } = await shell.itsm(['preview', 'a.json', '-c', 'itsm_config.json', '-i', 'servicenow']);
    expect(stdout).toContain('── description');
    expect(ticketOf(stdout)).toMatch(/^priority +2$/m);
  });

  it('says what is wrong with --html', async () => {
    const refused = ['preview', 'a.json', '-c', 'itsm_config.json', '--html'];
    expect(await shell.itsm([...refused, ''])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--html is empty'),
    });
    expect(await shell.itsm([...refused, 'no/where.html'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^error: --html no\/where\.html: ENOENT/),
    });
  });
});

describe.skipIf(!browserRuns)('itsm preview --html, in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('is one page with every ticket, which runs, loads and sends nothing', async () => {
    const printed = await shell.itsm([
      'preview',
      'a.json',
      'b.json',
      '-c',
      'itsm_config.json',
      '--html',
      'preview.html',
    ]);
    expect(printed).toEqual({ status: 0, stdout: 'preview.html: 4 tickets\n', stderr: '' });
    const file = join(shell.dir, 'preview.html');
    expect(await readFile(file, 'utf8')).not.toMatch(/<(script|img|link|iframe|object|base)/i);

    const page = await (await browser.newContext()).newPage();
    const complaints: string[] = [];
    const asked: string[] = [];
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(String(error)));
    page.on('request', request => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);

    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Preview of 4 tickets');
    expect(await page.getByRole('article').count()).toBe(4);
    const jira = page.getByRole('article').nth(1);
    expect(await jira.getByRole('heading', { level: 2 }).textContent()).toContain('<script>owned = 1</script>');
    expect(await jira.locator('table td').first().textContent()).toContain('p99 latency');
    expect(await jira.locator('pre').first().textContent()).toContain('SELECT 1;');
    expect(await jira.getByRole('link', { name: 'the run' }).getAttribute('href')).toBe(
      'https://rca.example.com/jobs/abc123',
    );
    await jira.getByText('The request').click();
    expect(await jira.locator('details pre').textContent()).toContain('Authorization: Basic [secret]');
    const width = await page.evaluate<number>('getComputedStyle(document.querySelector("main")).maxWidth.length');
    expect(width).toBeGreaterThan(4);
    expect(await page.evaluate('globalThis.owned')).toBeUndefined();
    expect({ complaints, asked }).toEqual({ complaints: [], asked: [pathToFileURL(file).href] });
  });
});
