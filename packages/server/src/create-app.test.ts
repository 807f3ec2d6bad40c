import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createItsm } from '@itsm-bridge/core';
import { jira } from '@itsm-bridge/plugin-jira';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseAccess } from './access/parse-access.ts';
import { createApp } from './create-app.ts';
import { listen } from './listen.ts';
import { nodeHandler } from './node-handler.ts';

const settings = {
  endpoint: 'https://example.atlassian.net',
  email: 'a@b.example',
  api_token: 'x',
  project_key: 'OPS',
};
const itsm = await createItsm({
  config: { value: { $settings: { environment: 'TEST' }, jira: settings } },
  plugins: [jira],
});
const host = createServer();
let origin: string;

beforeAll(async () => {
  const app = await createApp({ itsm, base: '/itsm', user: 'kim' });
  const handler = nodeHandler(app);
  host.on('request', (request, response) =>
    request.url?.startsWith('/itsm') ? handler(request, response) : response.end('the host'),
  );
  await new Promise<void>(resolve => host.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});
afterAll(async () => {
  host.closeAllConnections();
  host.close();
  await itsm.close();
});

const ask = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${origin}${path}`, init);
  return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') };
};

describe('all of the server, below a path of a Node server that is there', () => {
  it('answers there, and leaves everything else to its host', async () => {
    expect((await ask('/')).text).toBe('the host');
    const { text, status } = await ask('/itsm/');
    expect((await ask('/itsm')).status).toBe(200);
    expect(status).toBe(200);
    expect(text).toContain('kim · approver');
    expect(text).toContain('TEST');
    // A link, an asset or a form that forgot the path would lead to the host.
    const addresses = [...text.matchAll(/(?:href|src|action|hx-get|hx-sse:connect)="([^"#]+)"/g)].map(([, to]) => to);
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter(to => !/^\/itsm(?:[/?]|$)/.test(to ?? ''))).toEqual([]);
    for (const asset of addresses.filter(to => to?.includes('/assets/'))) {
      expect([asset, (await ask(asset ?? '')).status]).toEqual([asset, 200]);
    }
  });

  it.each([
    ['/itsm/healthz', 200, 'text/plain'],
    ['/itsm/metrics', 200, 'text/plain'],
    ['/itsm/api/lanes', 200, 'application/json'],
    ['/itsm/openapi.json', 200, 'application/json'],
    ['/itsm/health', 200, 'text/html'],
    ['/itsm/nothing', 404, 'text/html'],
    ['/itsmother', 404, 'text/plain'],
  ])('%s', async (path, status, type) => {
    expect(await ask(path, { headers: { accept: 'text/html' } })).toMatchObject({
      ...{ status, type: expect.stringContaining(type) },
    });
  });

  it('says in its document where it is, and where its document is', async () => {
    expect(JSON.parse((await ask('/itsm/openapi.json')).text).servers).toEqual([{ url: '/itsm' }]);
    expect(JSON.parse((await ask('/itsm/api/tickets')).text).error.message).toBe(
      'There is no GET /itsm/api/tickets. GET /itsm/openapi.json says what there is.',
    );
  });

  it('streams events there', async () => {
    const stop = new AbortController();
    const answer = await fetch(`${origin}/itsm/events`, { signal: stop.signal });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain(': events\n');
    await itsm.enqueue({ job: { id: 'a', title: 'Disk full', severity: 'low' } });
    stop.abort();
  });
});

describe('an app where nobody acts', () => {
  it('shows everybody as a viewer, an approver by token as well', async () => {
    const token = 'a1'.repeat(16);
    const access = parseAccess({ tokens: [{ name: 'ada', role: 'approver', token }] });
    const app = await createApp({ itsm, access, viewOnly: true });
    const handler = nodeHandler(app);
    const server = createServer(handler).listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const headers = { authorization: `Bearer ${token}` };
    expect(await (await fetch(`${url}/api/visitor`, { headers })).json()).toMatchObject({
      name: 'ada',
      role: 'viewer',
    });
    const acting = await fetch(`${url}/api/lanes/jira/pause`, { method: 'POST', headers });
    expect(acting.status).toBe(403);
    expect(await acting.json()).toEqual({
      error: {
        kind: 'forbidden',
        message: 'This server only shows (--view-only). Act on another one, or with the command.',
      },
    });
    expect((await itsm.lanes())[0]?.paused).toBeUndefined();
    server.closeAllConnections();
    server.close();
  });
});

it('ends the events of a session that is over', async () => {
  const token = 'a1'.repeat(16);
  const access = parseAccess({ tokens: [{ name: 'ada', role: 'viewer', token }] });
  let beat = () => {};
  const clock = {
    now: () => new Date(),
    sleep: (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        if (ms === 15_000) beat = resolve;
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  };
  await using server = await listen(await createApp({ itsm, access, clock }), 0);
  const url = `http://127.0.0.1:${server.port}`;
  const post = { method: 'POST', redirect: 'manual' } as const;
  const signedIn = await fetch(`${url}/sign-in`, { ...post, body: new URLSearchParams({ token }) });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { csrf } = (await (await fetch(`${url}/api/visitor`, { headers: { cookie } })).json()) as { csrf: string };
  const events = (await fetch(`${url}/events`, { headers: { cookie } })).body?.getReader();
  await events?.read();
  await fetch(`${url}/sign-out`, { ...post, headers: { cookie }, body: new URLSearchParams({ csrf }) });
  beat();
  // Where it began, at most.
  while (!(await events?.read())?.done);
});

it('writes what it says that the log has, where its host takes no faults itself', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const broken = { ...itsm, lanes: () => Promise.reject(new Error('It is broken.')) };
  const app = await createApp({ itsm: broken });
  expect(await (await app.request('/readyz')).text()).toBe('The ledger does not answer; the log says why.\n');
  const lines = written.mock.calls.map(([text]) => JSON.parse(String(text)));
  written.mockRestore();
  expect(lines).toEqual([
    {
      ...{ timestamp: expect.any(String), level: 'ERROR', message: 'A request failed on our own side' },
      error: { kind: 'defect', message: 'Error: It is broken.' },
    },
  ]);
});

describe('a path that is none', () => {
  it.each(['itsm', '/itsm/', '/a b'])('%s is refused', async base => {
    await expect(createApp({ itsm, base })).rejects.toMatchObject({ kind: 'config' });
  });
});
