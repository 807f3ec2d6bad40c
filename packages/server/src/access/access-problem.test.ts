import { describe, expect, it } from 'vitest';
import { guarded, twoTokens } from './__tests__/ask.ts';
import { accessProblem } from './access-problem.ts';
import { parseAccess } from './parse-access.ts';

describe('without a way to sign in', () => {
  it.each(['127.0.0.1', '127.1.2.3', '::1', '[::1]', 'localhost'])('may listen at %s', host => {
    expect(accessProblem(parseAccess({}), host)).toBeUndefined();
  });

  it.each(['0.0.0.0', '::', '10.0.0.5', 'itsm.example.com', '127.0.0.1.example.com'])('must not listen at %s', host => {
    expect(accessProblem(parseAccess({}), host)).toBe(
      `At ${host} others can reach this server, and nobody would have to sign in. Set a token or the identity header of a proxy, or listen on 127.0.0.1.`,
    );
  });

  it('takes everybody on this machine for an approver, by a name of this machine', async () => {
    const { ask, reached } = await guarded({});
    for (const host of ['localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'LOCALHOST:8080']) {
      expect(await ask({ headers: { host } })).toMatchObject({ status: 200 });
    }
    expect(await ask({ from: '::1', at: '::1' })).toMatchObject({ status: 200 });
    expect(reached[0]).toEqual({ name: 'eve', role: 'approver', how: 'loopback' });
  });

  it('answers no other name, so that a page whose name leads here reads and presses nothing', async () => {
    const { ask, reached } = await guarded({});
    for (const host of ['evil.example:8080', 'localhost:3000', '127.0.0.1', 'localhost.evil.example:8080', '']) {
      expect(await ask({ headers: { host } })).toMatchObject({ status: 421 });
    }
    expect(reached).toEqual([]);
  });

  it('acts only by a form of its own, or with the token that GET /api/visitor tells', async () => {
    const { ask } = await guarded({});
    const { csrf } = JSON.parse((await ask({})).text) as { csrf: string };
    const press = { path: '/api/lanes/jira/pause', method: 'POST' };
    expect(await ask({ ...press, headers: { 'x-csrf-token': csrf } })).toMatchObject({ status: 200 });
    expect(await ask({ ...press, headers: { 'x-csrf-token': `${csrf}x` } })).toMatchObject({ status: 403 });
    const other = await guarded({});
    expect(await other.ask({ ...press, headers: { 'x-csrf-token': csrf } })).toMatchObject({ status: 403 });
  });

  it.each([
    [
      'from elsewhere',
      { from: '10.0.0.9', at: '10.0.0.5' },
      /^You come from 10\.0\.0\.9, and nobody signs in here, so only this machine may ask\. Ask there, or have a token/,
    ],
    ['at an address that others can reach', { at: '10.0.0.5' }, /^At 10\.0\.0\.5 others can reach/],
    ['from a connection that is gone', { from: '' }, /^Where you come from is not known, and nobody signs in here/],
    [
      'through a proxy that does not say who it is',
      { headers: { 'x-forwarded-for': '10.0.0.9' } },
      /^A proxy stands in front of this server \(x-forwarded-for\), and nobody has to sign in here\. Set a token/,
    ],
    [
      'through a proxy that says no more than whom it speaks for',
      { headers: { 'x-real-ip': '10.0.0.9' } },
      /^A proxy stands in front of this server \(x-real-ip\)/,
    ],
    ['through a proxy that says nothing', { http: '1.0' }, /^A proxy stands in front of this server \(HTTP\/1\.0\)/],
  ])('lets in nobody %s, wherever the server was made to listen', async (_, asked, words) => {
    const { ask, reached } = await guarded({});
    const answer = await ask(asked);
    expect(answer).toMatchObject({ status: 403, words: expect.stringMatching(words) });
    expect(reached).toEqual([]);
  });
});

it('signs nobody in by a proxy that does not say who they are', async () => {
  const proxy = { trust: ['127.0.0.1'] };
  expect(accessProblem(parseAccess({ proxy }), '0.0.0.0')).toMatch(/^At 0\.0\.0\.0 others can reach this server/);
  const headers = { 'x-forwarded-for': '10.0.0.9' };
  expect(await (await guarded({ proxy })).ask({ headers })).toMatchObject({ status: 403 });
  const answer = await (await guarded({ proxy, tokens: twoTokens })).ask({ headers });
  expect([answer.status, answer.words]).toEqual([
    ...[401, 'Nobody is signed in here: sign in at /sign-in, or send "Authorization: Bearer" with a token.'],
  ]);
});

it('may listen anywhere with a token or a proxy, and then asks on this machine, too', async () => {
  const proxy = { header: 'x-forwarded-user', trust: ['10.0.0.1'] };
  expect(accessProblem(parseAccess({ tokens: twoTokens }), '0.0.0.0')).toBeUndefined();
  expect(accessProblem(parseAccess({ proxy }), '::')).toBeUndefined();
  expect(await (await guarded({ tokens: twoTokens })).ask({})).toMatchObject({ status: 401 });
  expect(await (await guarded({ proxy })).ask({})).toMatchObject({ status: 401 });
});

it.each([
  ['10.0.0.5', '10.0.0.5:8080'],
  ['fd00::5', '[fd00::5]:8080'],
])('answers to the address that it was reached at (%s), without naming it', async (at, host) => {
  const { ask, signIn } = await guarded({ tokens: twoTokens });
  const { cookie } = await signIn(twoTokens[0]?.token ?? '');
  const asked = { at, from: '10.0.0.9', headers: { host, cookie: `__Host-${cookie}` } };
  expect(await ask(asked)).toMatchObject({ status: 200 });
  expect(await ask({ ...asked, headers: { ...asked.headers, host: 'localhost:8080' } })).toMatchObject({ status: 421 });
});
