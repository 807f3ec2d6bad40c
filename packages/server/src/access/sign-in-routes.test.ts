import { expect, it } from 'vitest';
import { approverToken, guarded, twoTokens, viewerToken } from './__tests__/ask.ts';

const page = { path: '/sign-in', headers: { accept: 'text/html' } };
const send = (form: Readonly<Record<string, string>>, headers = {}, from = '10.0.0.9') => ({
  ...{ path: '/sign-in', method: 'POST', form, from, at: '10.0.0.5' },
  headers: { host: 'itsm.example.com', origin: 'https://itsm.example.com', accept: 'text/html', ...headers },
});
const opened = () => guarded({ tokens: twoTokens, hosts: ['itsm.example.com'] });

it('shows a form without script, with a label, that tells what it will go on to', async () => {
  const { ask } = await opened();
  const { status, text } = await ask({ ...page, path: '/sign-in?to=/deliveries%3Fstatus%3Dfailed%26q%3D%22%3E' });
  expect(status).toBe(200);
  expect(text).toContain('<label for="token">Token</label><input id="token" name="token" type="password" required');
  expect(text).toContain('value="/deliveries?status=failed&#x26;q=%22%3E"');
  expect(text).not.toContain('<script');
});

it('sends whoever is not signed in there, and back to where they were going', async () => {
  const { ask, recorded } = await opened();
  const { status, headers } = await ask({ path: '/deliveries?q=a%26b', headers: { accept: 'text/html' } });
  expect([status, headers.get('location')]).toEqual([303, '/sign-in?to=%2Fdeliveries%3Fq%3Da%2526b']);
  const answer = await ask(send({ token: ` ${approverToken}\n`, to: '/deliveries?q=a%26b' }));
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/deliveries?q=a%26b']);
  expect(recorded).toEqual([{ by: 'ada', action: 'sign-in', detail: 'at the sign-in page, from 10.0.0.9' }]);
});

it('lets a page load itself anew, and so sign in, where it asked for a part of it', async () => {
  const { ask } = await opened();
  const asked = { path: '/deliveries', headers: { accept: 'text/html', 'hx-request': 'true' } };
  for (const method of ['GET', 'POST']) {
    const { status, headers } = await ask({ ...asked, method });
    expect([status, headers.get('hx-refresh')]).toEqual([401, 'true']);
  }
});

it.each([
  'https://evil.example/',
  '//evil.example',
  '/.//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '',
])('goes on to its first page instead of %j', async to => {
  const { ask } = await opened();
  expect((await ask(send({ token: approverToken, to }))).headers.get('location')).toBe('/');
});

it('sets a cookie that no script reads, no other site sends and no other host of the domain replaces', async () => {
  const { ask } = await opened();
  const { headers } = await ask(send({ token: approverToken }));
  expect(headers.get('set-cookie')).toMatch(
    /^__Host-itsm=[\w.-]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
  const plain = await ask({ path: '/sign-in', method: 'POST', form: { token: approverToken } });
  expect(plain.headers.get('set-cookie')).toMatch(/^itsm=[\w.-]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(headers.get('set-cookie')).not.toContain(approverToken);
});

it('holds the session of who comes by TLS in a cookie that goes by TLS alone, whatever Host the proxy passes on', async () => {
  const { ask, signIn } = await opened();
  const headers = { origin: 'https://itsm.example.com' };
  const { cookie } = await signIn(approverToken, headers);
  expect(cookie).toMatch(/^__Host-itsm=/);
  const { cookie: bobs } = await signIn(viewerToken);
  expect(JSON.parse((await ask({ headers: { cookie: `${bobs}; ${cookie}` } })).text)).toMatchObject({
    visitor: { name: 'ada' },
  });
  // Another host of the domain can put such a one there.
  expect(await ask({ headers: { cookie: bobs, host: 'itsm.example.com' } })).toMatchObject({ status: 401 });
});

it('refuses a token that everybody on the way could have read', async () => {
  const { ask } = await opened();
  const answer = await ask(send({ token: approverToken }, { origin: 'http://itsm.example.com' }));
  expect(answer.status).toBe(403);
  expect(answer.text).toContain('This page was opened over http');
});

it('refuses a form of another site: nobody is signed in as somebody else without knowing', async () => {
  const { ask, recorded } = await opened();
  for (const origin of ['https://evil.example', 'null']) {
    expect(await ask(send({ token: viewerToken }, { origin }))).toMatchObject({ status: 403 });
  }
  expect(recorded).toEqual([]);
});

it('says that a token is wrong, beside the form, and puts it on record without the token', async () => {
  const { ask, recorded } = await opened();
  const { status, text, headers } = await ask(send({ token: 'a-wrong-one', to: '/deliveries' }));
  expect(status).toBe(401);
  expect(text).toContain('<p role="alert" id="problem">This token is not known here. Look for a space');
  expect(text).toContain('aria-describedby="problem"');
  expect(text).toContain('value="/deliveries"');
  expect(`${text}${JSON.stringify([...headers])}`).not.toContain('a-wrong-one');
  expect(recorded).toEqual([
    { by: 'unknown', action: 'sign-in-refused', detail: 'at the sign-in page, from 10.0.0.9' },
  ]);
  for (const form of [{}, { token: '' }, { to: '/' }]) expect(await ask(send(form))).toMatchObject({ status: 401 });
});

it('signs nobody in while that cannot be put on record', async () => {
  const { ask } = await guarded({ tokens: twoTokens, hosts: ['itsm.example.com'] }, { fails: true });
  const answer = await ask(send({ token: approverToken }));
  expect(answer.status).toBe(503);
  expect(answer.text).toContain('the ledger does not answer. Try again soon.');
  expect(answer.headers.has('set-cookie')).toBe(false);
  expect(await ask(send({ token: 'wrong' }))).toMatchObject({ status: 401 });
});

it('signs out by a form of its own, and takes that session no more, a copy of its cookie either', async () => {
  const { ask, signIn, recorded } = await opened();
  const { cookie, csrf } = await signIn(viewerToken);
  const out = { path: '/sign-out', method: 'POST' };
  expect(await ask({ ...out, headers: { cookie } })).toMatchObject({ status: 403 });
  const answer = await ask({ ...out, headers: { cookie }, form: { csrf } });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in']);
  expect(answer.headers.getSetCookie()).toEqual([
    '__Host-itsm=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict',
    'itsm=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
  ]);
  expect(await ask({ headers: { cookie } })).toMatchObject({ status: 401 });
  expect(recorded.at(-1)).toEqual({ by: 'bob', action: 'sign-out', detail: 'from 127.0.0.1' });
});

it('goes on at once for whoever is signed in, who comes by a link of another site, too', async () => {
  const { ask, signIn } = await opened();
  const { cookie } = await signIn(viewerToken);
  const path = '/sign-in?to=/deliveries';
  const first = await ask({ path, headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } });
  expect(first.headers.get('refresh')).toBe('0; url=/sign-in?to=%2Fdeliveries');
  const second = await ask({
    path,
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' },
  });
  expect([second.status, second.headers.get('location')]).toEqual([303, '/deliveries']);
});

it('stays below the path where a host has put it', async () => {
  const { ask, reached } = await guarded({ tokens: twoTokens }, { base: '/itsm' });
  const { headers } = await ask({ path: '/itsm/deliveries', headers: { accept: 'text/html' } });
  expect(headers.get('location')).toBe('/itsm/sign-in?to=%2Fitsm%2Fdeliveries');
  expect((await ask({ path: '/itsm/sign-in' })).text).toContain('<form method="post" action="/itsm/sign-in">');
  const form = { path: '/itsm/sign-in', method: 'POST' };
  const signedIn = await ask({ ...form, form: { token: approverToken, to: '/itsm/deliveries' } });
  expect(signedIn.headers.get('location')).toBe('/itsm/deliveries');
  expect((await ask({ ...form, form: { token: approverToken, to: '/portal' } })).headers.get('location')).toBe(
    '/itsm/',
  );
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0];
  expect(await ask({ path: '/itsm/deliveries', headers: { cookie } })).toMatchObject({ status: 200 });
  expect(await ask({ path: '/deliveries', headers: { cookie } })).toMatchObject({ status: 404 });
  expect(await ask({ path: '/itsm/api/lanes', headers: { accept: 'text/html' } })).toMatchObject({ status: 401 });
  expect(await ask({ path: '/itsm/healthz' })).toMatchObject({ status: 200 });
  expect(reached).toHaveLength(1);
});

it('refuses a base that is no path', async () => {
  for (const base of ['itsm', '/itsm/', '//evil.example', '/a b']) {
    await expect(guarded({ tokens: twoTokens }, { base })).rejects.toMatchObject({
      ...{ kind: 'config', message: expect.stringContaining('accepted is a path such as /itsm') },
    });
  }
});
