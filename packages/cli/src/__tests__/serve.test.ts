import { createServer } from 'node:net';
import { followEvents } from '@itsm-bridge/server/client';
import { type Browser, browserRuns, openBrowser, type Page } from '@itsm-bridge/test-browser';
import { startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { type JiraSimulator, startJira } from '@itsm-bridge/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoor } from './open-door.ts';
import { openShell, type Shell } from './shell.ts';

const analysis = (id: string, title: string) => ({
  job: { id, title, severity: 'critical' },
  analysis: { root_cause: 'A **full** disk.' },
});

let postgres: TestPostgres;
let shell: Shell;
let site: JiraSimulator;

beforeAll(async () => {
  [postgres, site] = await Promise.all([startPostgres(), startJira()]);
  shell = await openShell({
    DATABASE_URL: postgres.url(),
    ITSM_USER: 'kim',
    ADA_TOKEN: 'a1'.repeat(16),
    WALL_TOKEN: 'b2'.repeat(16),
  });
  const live = { endpoint: site.url, email: 'integration@company.com', api_token: 'sandbox', project_key: 'OPS' };
  await shell.write('live.json', { jira: live });
  await shell.write('rehearsing.json', { jira: { ...live, dry_run: true } });
  await shell.write('itsm_access.json', {
    tokens: [
      { name: 'ada', role: 'approver', token: '${ADA_TOKEN}' },
      { name: 'wall', role: 'viewer', token: '${WALL_TOKEN}' },
    ],
  });
});
afterAll(async () => {
  await shell?.[Symbol.asyncDispose]();
  await Promise.all([site?.close(), postgres?.stop()]);
});

interface Serving extends AsyncDisposable {
  readonly url: string;
  readonly said: () => string;
}

/** `itsm serve` as it is typed, until it is disposed of; its exit status has to be 0 then. */
async function serve(config: string, ...args: readonly string[]): Promise<Serving> {
  const stop = new AbortController();
  const url = Promise.withResolvers<string>();
  let said = '';
  const ended = shell.itsm(['serve', '--config', config, '--listen', '0', ...args], stop.signal, text => {
    said += text;
    const [, address] = /^Serving (http:\S+) .*until SIGTERM\.$/m.exec(said) ?? [];
    if (address) url.resolve(address);
  });
  ended.then(({ status, stderr }) => url.reject(new Error(`itsm serve ended with ${status}: ${stderr}`)), url.reject);
  return {
    url: await url.promise,
    said: () => said,
    async [Symbol.asyncDispose]() {
      stop.abort();
      expect(await ended).toMatchObject({ status: 0 });
    },
  };
}

const create = async (config: string, id: string, title: string) => {
  await shell.write(`${id}.json`, analysis(id, title));
  return shell.json(['create', `${id}.json`, '--config', config]);
};
const creates = () => site.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/issue'));

describe.skipIf(!browserRuns)('itsm serve, in a browser, on one PostgreSQL with other processes', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const open = async (url: string): Promise<Page> => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(url);
    return page;
  };

  it('shows a delivery of another process as it happens, with the link of its ticket', async () => {
    await using server = await serve('live.json');
    const page = await open(server.url);
    await page.locator('#live-words', { hasText: 'Live' }).waitFor();
    const [{ url } = {}] = await create('live.json', 'job-live', 'Checkout times out');
    const row = page.getByRole('row', { name: /Checkout times out/ });
    const link = row.getByRole('link', { name: 'OPS-1' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(url);
    await page.context().close();
  });

  it('loses and doubles nothing while its server is away and another one takes its place', async () => {
    await using door = await openDoor();
    await shell.write('door.json', { hosts: [door.host] });
    await using first = await serve('live.json', '--access', 'door.json');
    door.leadTo(first.url);
    const page = await open(`http://${door.host}/?q=job-gap`);
    await page.locator('#live-words', { hasText: 'Live' }).waitFor();
    const [, after = ''] = /after=(\d+)/.exec((await page.locator('#live').getAttribute('hx-sse:connect')) ?? '') ?? [];
    await page.evaluate(
      `globalThis.ids = []; addEventListener('htmx:sse:after:message', ({ detail }) => ids.push(detail.message.id));`,
    );
    door.leadTo(undefined);
    await first[Symbol.asyncDispose]();
    await page.locator('#live-words', { hasText: 'Offline since' }).waitFor();
    await create('live.json', 'job-gap-1', 'While nobody served');
    await using second = await serve('live.json', '--access', 'door.json');
    door.leadTo(second.url);
    await page.getByRole('link', { name: 'While nobody served' }).waitFor();
    await create('live.json', 'job-gap-2', 'Once it was back');
    await page.getByRole('link', { name: 'Once it was back' }).waitFor();
    await page.locator('#live-words', { hasText: /^Live: 2 deliveries changed since/ }).waitFor();
    const recorded: string[] = [];
    for await (const { id, job_id } of followEvents({ url: `${second.url}events`, after })) {
      recorded.push(id);
      if (job_id === 'job-gap-2') break;
    }
    expect(recorded).toHaveLength(2);
    expect(await page.evaluate('globalThis.ids')).toEqual(recorded);
    await page.context().close();
  });

  it('sends exactly what it has shown, once, whoever presses how often, and says who it was', async () => {
    const before = creates().length;
    await create('rehearsing.json', 'job-review', 'Approve me');
    expect(creates()).toHaveLength(before);
    await using one = await serve('rehearsing.json');
    await using other = await serve('rehearsing.json');
    const pages = await Promise.all([open(`${one.url}review`), open(`${other.url}review`)]);
    const shown = await pages[0]
      ?.locator('article', { hasText: 'Payload (JSON)' })
      .locator('pre')
      .first()
      .textContent();
    await Promise.all(
      pages.map(async page => {
        await page.getByRole('link', { name: 'Approve', exact: true }).first().click();
        await page.evaluate('globalThis.isThePageThatAsked = true');
        await page.getByRole('button', { name: /^Approve/ }).dblclick();
        await page.waitForFunction('!globalThis.isThePageThatAsked');
        await page.waitForLoadState();
      }),
    );
    await expect.poll(creates, { interval: 20, timeout: 10_000 }).toHaveLength(before + 1);
    expect(creates().at(-1)?.body).toBe(JSON.stringify(JSON.parse(shown ?? '')));
    const [page] = pages;
    await page?.goto(`${one.url}audit`);
    expect(await page?.getByRole('row', { name: /kim.*approve/ }).count()).toBeGreaterThan(0);
    expect(creates()).toHaveLength(before + 1);
    await Promise.all(pages.map(each => each.context().close()));
  });

  it('lets in whom the file names: a viewer sees and cannot act, an approver can', async () => {
    await using server = await serve('rehearsing.json', '--access', 'itsm_access.json');
    const page = await open(`${server.url}review`);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByLabel('Token').fill('c3'.repeat(16));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Token').fill('b2'.repeat(16));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('wall · viewer').waitFor();
    const act = (token: string) =>
      fetch(`${server.url}api/lanes/jira/pause`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    const refused = await act('b2'.repeat(16));
    expect([refused.status, await refused.json()]).toEqual([
      403,
      { error: { kind: 'forbidden', message: expect.stringContaining('You are wall, a viewer') } },
    ]);
    expect((await act('a1'.repeat(16))).status).toBe(200);
    expect(await shell.json(['lanes', '--config', 'rehearsing.json'])).toMatchObject([
      { integration: 'jira', state: 'paused' },
    ]);
    await shell.itsm(['resume', 'jira', '--config', 'rehearsing.json']);
    await page.goto(`${server.url}audit`);
    await page.getByRole('row', { name: /ada.*pause/ }).waitFor();
    await page
      .getByRole('row', { name: /unknown.*sign-in-refused/ })
      .first()
      .waitFor();
    await page.context().close();
  });
});

describe('itsm serve', () => {
  it('--view-only needs no credentials, and nobody acts', async () => {
    await shell.write('secret.json', {
      jira: { endpoint: site.url, email: 'a@b.example', api_token: '${NOT_SET}', project_key: 'OPS' },
    });
    await using server = await serve('secret.json', '--view-only');
    expect(server.said()).not.toContain('delivering');
    expect((await fetch(`${server.url}api/deliveries`)).status).toBe(200);
    // No number of PostgreSQL: that there is no such dry run, and not that the ledger is away.
    expect((await fetch(`${server.url}review/${'9'.repeat(19)}`)).status).toBe(404);
    const { csrf } = (await (await fetch(`${server.url}api/visitor`)).json()) as { csrf: string };
    const acting = await fetch(`${server.url}api/lanes/jira/pause`, {
      method: 'POST',
      headers: { 'x-csrf-token': csrf },
    });
    expect(acting.status).toBe(403);
  });

  it('--work delivers what is queued', async () => {
    await shell.write('queued.json', analysis('job-queued', 'Queued'));
    await shell.itsm(['create', 'queued.json', '--config', 'live.json', '--enqueue']);
    await using server = await serve('live.json', '--work');
    expect(server.said()).toContain('and delivering what is queued');
    await expect
      .poll(() => shell.json(['tickets', 'job-queued', '--config', 'live.json']), { interval: 50, timeout: 15_000 })
      .toMatchObject([{ status: 'created' }]);
  });

  it.each([
    [
      'an address that others can reach, where nobody has to sign in',
      ['--listen', '0.0.0.0:0'],
      /^error: --listen: At 0\.0\.0\.0 others can reach this server, .*sign in\. Name a file with --access that has `tokens`, or `proxy` with its `header`, or listen on 127\.0\.0\.1\.\n$/,
    ],
    [
      'a file that is not there',
      ['--access', 'itsm_acess.json'],
      /^error: itsm_acess\.json: there is no such file; did you mean itsm_access\.json\? --access names it\.\n$/,
    ],
    [
      'no file',
      ['--access', ''],
      /^error: --access is empty; name the file, or leave it out for this machine alone\.\n$/,
    ],
    ['a folder', ['--access', '.'], /^error: \.: is a folder; name the file in it with --access\.\n$/],
    [
      'a file with a typo',
      ['--access', 'typo.json'],
      /^error: typo\.json:1:3: toekns: unknown member; did you mean "tokens"\?\n$/,
    ],
    ['a token that is too short', ['--access', 'short.json'], /the token "ada" has 5 characters/],
    ['two wishes at once', ['--view-only', '--work'], /--view-only and --work: give one of them/],
  ])('refuses %s', async (_what, args, words) => {
    await shell.write('typo.json', '{ "toekns": [] }');
    await shell.write('short.json', { tokens: [{ name: 'ada', role: 'viewer', token: 'abcde' }] });
    const { stderr, status } = await shell.itsm(['serve', '--config', 'live.json', ...args]);
    expect(stderr).toMatch(words);
    expect(status).toBe(2);
  });

  it('names the port that somebody else has', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => taken.once('listening', resolve));
    const address = taken.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const { stderr, status } = await shell.itsm(['serve', '--config', 'live.json', '--listen', String(port)]);
    expect(stderr).toMatch(/EADDRINUSE.*Choose another address or port with --listen\./);
    expect(status).toBe(2);
    taken.close();
  });
});
