import { expect, it } from 'vitest';
import { approverToken, guarded, twoTokens, viewerToken } from './__tests__/ask.ts';

const hour = 3_600_000;

it('ends after a shift', async () => {
  const { ask, signIn, advance } = await guarded({ tokens: twoTokens });
  const { cookie } = await signIn(approverToken);
  advance(12 * hour - 1);
  expect(await ask({ headers: { cookie } })).toMatchObject({ status: 200 });
  advance(1);
  expect(await ask({ headers: { cookie } })).toMatchObject({ status: 401 });
});

it('is taken by every server with the same tokens, and so are its forms', async () => {
  const [one, two] = [await guarded({ tokens: twoTokens }), await guarded({ tokens: twoTokens.toReversed() })];
  const { cookie, csrf } = await one.signIn(approverToken);
  expect(await two.ask({ method: 'POST', headers: { cookie, 'x-csrf-token': csrf } })).toMatchObject({ status: 200 });
});

it('ends with its token, and has the role that its token has now', async () => {
  const [ada = twoTokens[0], bob = twoTokens[1]] = twoTokens;
  const { cookie } = await (await guarded({ tokens: twoTokens })).signIn(approverToken);
  const asked = { headers: { cookie } };
  const changed = await guarded({ tokens: [{ ...ada, token: 'z'.repeat(32) }, bob] } as never);
  expect(await changed.ask(asked)).toMatchObject({ status: 401 });
  const gone = await guarded({ tokens: [bob] } as never);
  expect(await gone.ask(asked)).toMatchObject({ status: 401 });
  const lesser = await guarded({ tokens: [{ ...ada, role: 'viewer' }] } as never);
  await lesser.ask(asked);
  expect(lesser.reached).toEqual([{ name: 'ada', role: 'viewer', how: 'token' }]);
  const renamed = await guarded({ tokens: [{ ...ada, name: 'carol' }, bob] } as never);
  expect(await renamed.ask(asked)).toMatchObject({ status: 401 });
});

it('is no other’s: whoever has a token can sign no session of another name', async () => {
  const { ask, signIn } = await guarded({ tokens: twoTokens });
  const { cookie } = await signIn(viewerToken);
  const [text = '', signature = ''] = cookie.replace('itsm=', '').split('.');
  const session = JSON.parse(Buffer.from(text, 'base64url').toString()) as object;
  const forged = Buffer.from(JSON.stringify({ ...session, name: 'ada' })).toString('base64url');
  expect(await ask({ headers: { cookie: `itsm=${forged}.${signature}` } })).toMatchObject({ status: 401 });
  const longer = Buffer.from(JSON.stringify({ ...session, until: Date.now() * 2 })).toString('base64url');
  expect(await ask({ headers: { cookie: `itsm=${longer}.${signature}` } })).toMatchObject({ status: 401 });
});
