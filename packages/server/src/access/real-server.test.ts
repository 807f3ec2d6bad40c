import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Listening, listen } from '../listen.ts';
import { approverToken, twoTokens } from './__tests__/ask.ts';
import { createAccess } from './create-access.ts';
import { guardedApp } from './guarded-app.ts';
import { parseAccess } from './parse-access.ts';
import type { AccessEnv } from './visitor.ts';

const proxy = { header: 'x-forwarded-user', trust: ['127.0.0.1'] };
const options = parseAccess({ tokens: twoTokens, proxy, hosts: ['itsm.example.com'] });
const own = Request;
const inside = new Hono<AccessEnv>()
  .post('/echo', async c => c.text(`read: ${await c.req.text()}`))
  .all('/*', c => c.json({ ...c.get('visitor'), csrf: c.get('csrf') }));
let server: Listening;
beforeAll(async () => {
  server = await listen(guardedApp(await createAccess({ options, record: async () => {} }), { inside: [inside] }), 0);
});
afterAll(() => server[Symbol.asyncDispose]());

const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;

it('knows both ends of a connection by its socket: its own address and the proxy’s', async () => {
  const answer = await fetch(at('/'), { headers: { 'x-forwarded-user': 'bob', 'x-forwarded-for': '10.0.0.9' } });
  expect(await answer.json()).toMatchObject({ name: 'bob', role: 'viewer', how: 'proxy' });
});

it('takes a header that is there twice for no name', async () => {
  const status = await new Promise((resolve, reject) => {
    const headers = ['host', `127.0.0.1:${server.port}`, 'x-forwarded-user', 'ada', 'x-forwarded-user', 'bob'];
    request(at('/'), { headers }, ({ statusCode }) => resolve(statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});

it('refuses another name that leads here', async () => {
  const status = await new Promise((resolve, reject) => {
    const headers = { host: `evil.example:${server.port}`, authorization: `Bearer ${approverToken}` };
    request(at('/'), { headers }, ({ statusCode }) => resolve(statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(421);
});

it('signs in, acts and signs out with a cookie and the token of its forms', async () => {
  const body = (form: Record<string, string>) => ({
    method: 'POST',
    redirect: 'manual' as const,
    body: new URLSearchParams(form),
  });
  const origin = at('').replace(/\/$/, '');
  const signedIn = await fetch(at('/sign-in'), { ...body({ token: approverToken, to: '/x' }), headers: { origin } });
  expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/x']);
  const [cookie = ''] = signedIn.headers.getSetCookie().map(text => text.split(';')[0] ?? '');
  const { csrf } = (await (await fetch(at('/'), { headers: { cookie } })).json()) as { csrf: string };
  const pressed = await fetch(at('/press'), { ...body({ csrf }), headers: { cookie, origin } });
  expect(await pressed.json()).toMatchObject({ name: 'ada', role: 'approver', how: 'token' });
  const out = await fetch(at('/sign-out'), { ...body({ csrf }), headers: { cookie, origin } });
  expect(out.status).toBe(303);
  expect((await fetch(at('/'), { headers: { cookie } })).status).toBe(401);
});

it.each([
  ['what comes in pieces', '{"reason": "a duplicate"}'],
  ['a request without a body', ''],
])('takes %s and no length, and leaves the process its own Request', async (_, body) => {
  const read = await new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${approverToken}`, 'content-type': 'application/json' };
    const asked = request(at('/echo'), { method: 'POST', headers }, answer => resolve(text(answer)));
    asked.on('error', reject);
    // As curl asks without a body: no length either.
    asked.removeHeader('content-length');
    if (body === '') asked.removeHeader('transfer-encoding');
    else asked.write(body);
    asked.end();
  });
  expect(read).toBe(`read: ${body}`);
  expect(Request).toBe(own);
});

it('reads no more than it takes of a body without a length', async () => {
  const endless = new ReadableStream<Uint8Array>({ pull: controller => controller.enqueue(new Uint8Array(16_384)) });
  const headers = { authorization: `Bearer ${approverToken}` };
  const sending = fetch(at('/press'), { method: 'POST', body: endless, duplex: 'half', headers } as RequestInit);
  const outcome = await sending.then(
    ({ status }) => status,
    () => 'closed',
  );
  expect([413, 'closed']).toContain(outcome);
});
