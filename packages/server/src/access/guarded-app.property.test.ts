import fc from 'fast-check';
import { expect, it } from 'vitest';
import { approverToken, guarded, twoTokens, viewerToken } from './__tests__/ask.ts';

const proxy = { header: 'x-forwarded-user', trust: ['10.0.0.1'], approvers: ['ada'] };
const server = await guarded({ tokens: twoTokens, proxy, hosts: ['itsm.example.com'] });
const { ask, reached } = server;
const ada = await server.signIn(approverToken);
const bob = await server.signIn(viewerToken);
const viaProxy = async (name: string) => {
  const { text } = await ask({ from: '10.0.0.1', headers: { 'x-forwarded-user': name } });
  return (JSON.parse(text) as { csrf: string }).csrf;
};
const forms = { ada: ada.csrf, bob: bob.csrf, proxiedAda: await viaProxy('ada'), proxiedBob: await viaProxy('bob') };

const own = 'http://127.0.0.1:8080';
const asked = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PURGE'),
  path: fc.constantFrom(
    '/',
    '/api/lanes',
    '/events',
    '/healthz/',
    '//healthz',
    '/sign-in/',
    '/SIGN-IN',
    '/a%2fb',
    '/healthz%2f..',
  ),
  from: fc.constantFrom('127.0.0.1', '10.0.0.1', '10.0.0.9', ''),
  bearer: fc.constantFrom(undefined, approverToken, viewerToken, 'x'.repeat(32), `${approverToken}x`),
  cookie: fc.constantFrom(undefined, ada.cookie, bob.cookie, `${ada.cookie}x`, bob.cookie.replace('=', '=x'), 'itsm='),
  user: fc.constantFrom(undefined, 'ada', 'bob', 'ada,bob'),
  csrf: fc.constantFrom(undefined, '', 'x', ...Object.values(forms)),
  host: fc.constantFrom('127.0.0.1:8080', 'localhost:8080', 'evil.example:8080', '127.0.0.1:80', ''),
  origin: fc.constantFrom(undefined, own, 'https://itsm.example.com', 'https://evil.example', 'null'),
  site: fc.constantFrom(undefined, 'same-origin', 'same-site', 'cross-site', 'none'),
  mode: fc.constantFrom(undefined, 'navigate', 'cors', 'no-cors'),
});
type Asked = typeof asked extends fc.Arbitrary<infer Value> ? Value : never;

/** Said once more, in other words than the code has: who may get through, and with which form's token. */
function mayPass(given: Asked): boolean {
  if (given.host !== '127.0.0.1:8080' && given.host !== 'localhost:8080') return false;
  const looks = given.method === 'GET' || given.method === 'HEAD';
  const isOurPage = given.site === undefined || given.site === 'same-origin';
  if (looks && !isOurPage && given.site !== 'none' && given.mode !== 'navigate') return false;
  if (!looks && !(isOurPage && [undefined, own, 'https://itsm.example.com'].includes(given.origin))) return false;
  if (!looks && given.origin === own && given.host !== '127.0.0.1:8080') return false;
  if (given.bearer !== undefined) return given.bearer === approverToken || (looks && given.bearer === viewerToken);
  if (given.cookie === ada.cookie) return looks || given.csrf === forms.ada;
  if (given.cookie === bob.cookie) return looks;
  if (given.from !== '10.0.0.1') return false;
  if (given.user === 'ada') return looks || given.csrf === forms.proxiedAda;
  return given.user === 'bob' && looks;
}

it('lets through whoever may pass, and no other combination of what can be sent', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async given => {
      reached.length = 0;
      // Away from the limit of wrong tokens, not from the sessions' end.
      server.advance(7_000);
      const { method, path, from, host, bearer, cookie, user, csrf, origin, site, mode } = given;
      const { status } = await ask({
        ...{ method, path, from },
        headers: {
          ...{ host, cookie, origin, 'x-forwarded-user': user, 'x-csrf-token': csrf },
          ...{ authorization: bearer && `Bearer ${bearer}`, 'sec-fetch-site': site, 'sec-fetch-mode': mode },
        },
      });
      expect([reached.length, status]).toEqual(mayPass(given) ? [1, 200] : [0, expect.any(Number)]);
      if (reached.length === 0) expect(status).toBeGreaterThan(400);
    }),
    { numRuns: 600 },
  );
});
