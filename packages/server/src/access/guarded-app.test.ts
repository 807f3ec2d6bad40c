import { beforeEach, describe, expect, it } from 'vitest';
import { type Asked, approverToken, guarded, twoTokens, viewerToken } from './__tests__/ask.ts';

const tokens = await guarded({ tokens: twoTokens, hosts: ['itsm.example.com'] });
const ada = await tokens.signIn(approverToken);
const bob = await tokens.signIn(viewerToken);
beforeEach(() => {
  tokens.reached.length = 0;
  // Away from the limit of wrong tokens.
  tokens.advance(3_600_000 / 12);
});

const press = { path: '/deliveries/itsm-1/approve', method: 'POST' } as const;
const own = 'http://127.0.0.1:8080';
const good = { cookie: ada.cookie, 'x-csrf-token': ada.csrf, origin: own, 'sec-fetch-site': 'same-origin' };
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('lets in', () => {
  it.each<[string, Asked]>([
    ['an approver who looks', { headers: { cookie: ada.cookie } }],
    ['a viewer who looks', { headers: { cookie: bob.cookie } }],
    ['a viewer who asks for the head alone', { method: 'HEAD', headers: { cookie: bob.cookie } }],
    ['an approver who acts, with the token of the page in a header', { ...press, headers: good }],
    [
      'an approver who acts, with the token of the page in the form',
      { ...press, headers: { ...good, 'x-csrf-token': undefined }, form: { csrf: ada.csrf } },
    ],
    ['a browser that tells the origin alone', { ...press, headers: { ...good, 'sec-fetch-site': undefined } }],
    ['a program with a bearer token that looks', { headers: bearer(viewerToken) }],
    ['a program with a bearer token that acts', { ...press, headers: bearer(approverToken) }],
    ['an approver by a name of the options', { headers: { cookie: `__Host-${ada.cookie}`, host: 'itsm.example.com' } }],
    [
      'an approver who acts behind a proxy that speaks TLS and gives another Host',
      { ...press, headers: { ...good, origin: 'https://itsm.example.com' } },
    ],
    [
      'who follows a link of another site',
      { headers: { cookie: ada.cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } },
    ],
  ])('%s', async (_, asked) => {
    expect(await tokens.ask(asked)).toMatchObject({ status: 200 });
    expect(tokens.reached).toHaveLength(1);
  });
});

describe('refuses, with words that say what to do,', () => {
  const foreign = /only pages of this server may act\. Open this server and press there/;
  const stale = /out of date or not ours\. Reload it and press again/;
  const signIn = /Nobody is signed in here: sign in at \/sign-in, or send "Authorization: Bearer" with a token\./;
  const viewer = /You are bob, a viewer, and only an approver may do this\. Ask for the role, or ask one\./;
  const name = /This server is not called ".*"\. Open it at 127\.0\.0\.1:8080, or add the name to its hosts\./;
  const unknown = /This token is not known here\. Look for a space/;

  it.each<[string, number, RegExp, Asked]>([
    ['nobody', 401, signIn, {}],
    ['nobody who acts', 401, signIn, { ...press, headers: { origin: own } }],
    ['a page for nobody, but to sign in', 303, /^$/, { headers: { accept: 'text/html' } }],
    ['a session that was changed', 401, signIn, { headers: { cookie: ada.cookie.replace(/.$/, 'x') } }],
    ['a session of nobody', 401, signIn, { headers: { cookie: 'itsm=e30.e30' } }],
    ['a session beside no JSON', 401, signIn, { headers: { cookie: 'itsm=%00.%ff' } }],
    ['a wrong bearer token', 401, unknown, { headers: bearer('x'.repeat(32)) }],
    ['a wrong bearer token beside a good session', 401, unknown, { headers: { ...good, ...bearer('x'.repeat(32)) } }],
    [
      'a viewer who acts',
      403,
      viewer,
      { ...press, headers: { ...good, cookie: bob.cookie, 'x-csrf-token': bob.csrf } },
    ],
    ['a viewer who acts with a bearer token', 403, viewer, { ...press, headers: bearer(viewerToken) }],
    ['a method that nobody serves, from a viewer', 403, viewer, { method: 'PURGE', headers: bearer(viewerToken) }],
    [
      'an action without the token of the page',
      403,
      stale,
      { ...press, headers: { ...good, 'x-csrf-token': undefined } },
    ],
    ['an action with an empty one', 403, stale, { ...press, headers: { ...good, 'x-csrf-token': '' } }],
    ['an action with that of somebody else', 403, stale, { ...press, headers: { ...good, 'x-csrf-token': bob.csrf } }],
    [
      'an action of a page of another site',
      403,
      foreign,
      { ...press, headers: { ...good, origin: 'https://evil.example' } },
    ],
    ['an action of a page that hides its origin', 403, foreign, { ...press, headers: { ...good, origin: 'null' } }],
    [
      'an action of another server on this machine',
      403,
      foreign,
      { ...press, headers: { ...good, origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-site' } },
    ],
    [
      'an action of another site that tells no origin',
      403,
      foreign,
      { ...press, headers: { ...good, origin: undefined, 'sec-fetch-site': 'cross-site' } },
    ],
    [
      'an action of another site with a bearer token',
      403,
      foreign,
      { ...press, headers: { ...bearer(approverToken), origin: 'https://evil.example' } },
    ],
    [
      'what a page of another site loads',
      403,
      /A page of another site asked for this\. Such a page may link here, and no more\./,
      { headers: { cookie: ada.cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' } },
    ],
    ['another name that leads here', 421, name, { headers: { cookie: ada.cookie, host: 'evil.example:8080' } }],
    ['another name, to sign in', 421, name, { path: '/sign-in', headers: { host: 'evil.example:8080' } }],
    ['the right name at another port', 421, name, { headers: { cookie: ada.cookie, host: '127.0.0.1:9090' } }],
    ['no name', 421, name, { headers: { cookie: ada.cookie, host: '' } }],
    ['a name that hides another', 421, name, { headers: { cookie: ada.cookie, host: '127.0.0.1:8080@evil.example' } }],
    [
      'more than a form can hold',
      413,
      /larger than 65536 bytes, and nothing that is pressed here is\. Shorten it\./,
      { ...press, headers: good, form: { reason: 'x'.repeat(70_000) } },
    ],
  ])('%s', async (_, status, words, asked) => {
    const answer = await tokens.ask(asked);
    expect(answer.words).toMatch(words);
    expect(answer.status).toBe(status);
    expect(tokens.reached).toEqual([]);
  });

  it('says it as a page to a browser, without making markup of what was sent', async () => {
    const headers = { host: '<b>evil</b>', accept: 'text/html,*/*' };
    const { text, headers: answered } = await tokens.ask({ headers });
    expect(answered.get('content-type')).toContain('text/html');
    expect(text).toContain('<h1>Not from here</h1><p>This server is not called "&#x3C;b>evil');
  });

  it('says it as an error of the API to a program', async () => {
    const { text } = await tokens.ask({ path: '/api/lanes', headers: { accept: 'text/html' } });
    expect(JSON.parse(text)).toEqual({ error: { kind: 'signed-out', message: expect.stringMatching(signIn) } });
  });
});

it('needs no sign-in and no known name for a probe, and lets nobody act there', async () => {
  expect(await tokens.ask({ path: '/healthz', headers: { host: 'pod-17' } })).toMatchObject({
    status: 200,
    text: 'ok\n',
  });
  expect(await tokens.ask({ path: '/healthz', method: 'POST' })).toMatchObject({ status: 401 });
});

it('has headers on every answer, refusals too, that allow nothing but its own pages', async () => {
  for (const asked of [
    { path: '/healthz' },
    { headers: { host: 'evil.example' } },
    { headers: { cookie: ada.cookie } },
  ]) {
    const { headers } = await tokens.ask(asked);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
      'cache-control': 'no-store',
    });
    expect(headers.has('strict-transport-security')).toBe(false);
    expect(headers.has('access-control-allow-origin')).toBe(false);
  }
});
