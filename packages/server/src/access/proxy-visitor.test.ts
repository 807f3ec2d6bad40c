import { describe, expect, it } from 'vitest';
import { approverToken, guarded, twoTokens } from './__tests__/ask.ts';

const proxy = {
  ...{ header: 'x-forwarded-user', roles_header: 'x-forwarded-groups', approver_roles: ['on-call'] },
  ...{ trust: ['10.0.0.1', '10.1.0.0/16', 'fd00::/8'], approvers: ['ada'] },
};
const { ask, reached } = await guarded({ proxy, hosts: ['itsm.example.com'] });
const at = '10.0.0.5';
const from = '10.0.0.1';
const who = (user: string, more = {}) => ({ at, from, headers: { 'x-forwarded-user': user, ...more } });

describe('a proxy that is trusted', () => {
  it.each([
    ['ada', {}, 'approver'],
    ['bob', {}, 'viewer'],
    ['bob', { 'x-forwarded-groups': 'staff, on-call' }, 'approver'],
    ['bob', { 'x-forwarded-groups': 'staff,on-call-reader' }, 'viewer'],
    ['Zoë Ångström', {}, 'viewer'],
  ])('says that %s is here (%j): %s', async (name, more, role) => {
    reached.length = 0;
    expect(await ask(who(name, more))).toMatchObject({ status: 200 });
    expect(reached).toEqual([{ name, role, how: 'proxy' }]);
  });

  it('sends names in UTF-8, which Node gives byte by byte', async () => {
    reached.length = 0;
    await ask(who(Buffer.from('Åse Ōé', 'utf8').toString('latin1')));
    expect(reached[0]?.name).toBe('Åse Ōé');
  });

  it.each(['10.1.2.3', '::ffff:10.0.0.1', 'fd00::1'])('may connect from %s', async address => {
    expect(await ask({ ...who('ada'), from: address })).toMatchObject({ status: 200 });
  });

  it('says nothing: nobody is signed in', async () => {
    const answer = await ask({ at, from, headers: { accept: 'text/html' } });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain(
      'Nobody is signed in here: come through the proxy, which has to set x-forwarded-user.',
    );
  });

  it('adds its name to what the visitor sent: refused', async () => {
    const answer = await ask(who('ada, bob'));
    expect(answer.status).toBe(403);
    expect(answer.words).toBe(
      'x-forwarded-user is no single name. The proxy has to replace what visitors send, and not to add to it.',
    );
  });

  it('acts for its visitor by forms that are that visitor’s', async () => {
    const csrfOf = async (name: string) => (JSON.parse((await ask(who(name))).text) as { csrf: string }).csrf;
    const press = (csrf: string) =>
      ask({
        ...who('ada', { 'x-csrf-token': csrf, host: 'itsm.example.com', origin: 'https://itsm.example.com' }),
        method: 'POST',
      });
    expect(await press(await csrfOf('ada'))).toMatchObject({ status: 200 });
    expect(await press(await csrfOf('bob'))).toMatchObject({ status: 403 });
    expect(await press('')).toMatchObject({ status: 403 });
  });
});

describe('the header of anybody else', () => {
  it.each(['10.0.0.2', '127.0.0.1', '10.2.0.1', ''])(
    'is refused (%s), whatever other headers say of where it is from',
    async address => {
      const answer = await ask({
        ...who('ada', { 'x-forwarded-for': from, 'x-real-ip': from, forwarded: `for=${from}` }),
        from: address,
      });
      expect(answer.status).toBe(403);
      expect(answer.words).toContain('x-forwarded-user came from ');
      expect(answer.words).toContain('which is not the proxy. Go through the proxy, or add its address to "trust".');
    },
  );

  it('makes nobody somebody else who has a token', async () => {
    const both = await guarded({ proxy, tokens: twoTokens });
    await both.ask({
      at,
      from: '10.0.0.9',
      headers: { authorization: `Bearer ${approverToken}`, 'x-forwarded-user': 'eve' },
    });
    expect(both.reached).toEqual([{ name: 'ada', role: 'approver', how: 'token' }]);
  });
});

it('shows no sign-in page where there is nothing to sign in with', async () => {
  expect(await ask({ at, from, path: '/sign-in', headers: { accept: 'text/html' } })).toMatchObject({ status: 401 });
});

it('takes forms of another server behind the same proxy where both have a key', async () => {
  const key = 'k'.repeat(32);
  const [one, two] = [await guarded({ proxy, key }), await guarded({ proxy, key })];
  const { csrf } = JSON.parse((await one.ask(who('ada'))).text) as { csrf: string };
  expect(await two.ask({ ...who('ada', { 'x-csrf-token': csrf }), method: 'POST' })).toMatchObject({ status: 200 });
});
