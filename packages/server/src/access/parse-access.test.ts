import { describe, expect, it } from 'vitest';
import { createAccess } from './create-access.ts';
import { parseAccess } from './parse-access.ts';

const good = { name: 'ada', role: 'approver' as const, token: 'a'.repeat(32) };

it('needs nothing, and fills in what is usual', () => {
  expect(parseAccess({})).toEqual({ hosts: [], tokens: [] });
  const { proxy } = parseAccess({
    proxy: { header: 'X-Forwarded-User', trust: ['10.0.0.0/8', 'fd00::/8', '127.0.0.1'] },
  });
  expect(proxy).toMatchObject({ header: 'x-forwarded-user', approvers: [], approverRoles: ['approver'] });
});

describe('says what is wrong', () => {
  it.each<[string, object, string]>([
    ['a misspelt member', { token: [] }, 'access: token: unknown member; did you mean "tokens"?'],
    [
      'one of a token',
      { tokens: [{ ...good, rol: 'x' }] },
      'access: tokens[0].rol: unknown member; did you mean "role"?',
    ],
    [
      'a role',
      { tokens: [{ ...good, role: 'aprover' }] },
      'access: tokens[0].role: found a text; accepted is one of "viewer", "approver"; did you mean "approver"?',
    ],
    [
      'no role',
      { tokens: [{ ...good, role: undefined }] },
      'access: tokens[0].role: is missing; accepted is one of "viewer", "approver"',
    ],
    ['a list that is none', { tokens: 'a-secret' }, 'access: tokens: found a text; accepted is a list'],
    [
      'an empty token',
      { tokens: [{ ...good, token: '' }] },
      'access: tokens[0].token: found an empty text; accepted is a text',
    ],
    ['two of one name', { tokens: [good, good] }, 'access: tokens: has two tokens of one name'],
    [
      'a host with a path',
      { hosts: ['https://itsm.example.com/'] },
      'access: hosts[0]: accepted is a name or an address',
    ],
    ['a proxy that nobody is', { proxy: { header: 'x-user', trust: [] } }, 'access: proxy.trust: names nobody'],
    [
      'a network',
      { proxy: { header: 'x-user', trust: ['10.0.0.0/33'] } },
      'access: proxy.trust[0]: accepted is an address',
    ],
    ['everybody', { proxy: { header: 'x-user', trust: ['::/0'] } }, 'access: proxy.trust[0]: is every address'],
    [
      'a name of a machine',
      { proxy: { header: 'x-user', trust: ['proxy'] } },
      'access: proxy.trust[0]: accepted is an address',
    ],
    [
      'who may act of those whom no header names',
      { proxy: { trust: ['10.0.0.1'], approvers: ['ada'] } },
      'access: proxy: says who may act and not who is there; add "header"',
    ],
    [
      'a header',
      { proxy: { header: 'x user', trust: ['10.0.0.1'] } },
      'access: proxy.header: accepted is the name of a header',
    ],
  ])('%s', (_, options, message) => {
    expect(() => parseAccess(options)).toThrow(
      expect.objectContaining({ kind: 'config', message: expect.stringContaining(message) }),
    );
  });

  it.each([
    [
      'a short one',
      [{ ...good, token: 'hunter2' }],
      'access: the token "ada" has 7 characters; accepted are at least 20.',
    ],
    ['one that is there twice', [good, { ...good, name: 'bob' }], 'access: the token "bob" is that of another name'],
  ])('of tokens, without repeating them: %s', async (_, tokens, message) => {
    const creating = createAccess({ options: parseAccess({ tokens }), record: async () => {} });
    await expect(creating).rejects.toMatchObject({ kind: 'config', message: expect.stringContaining(message) });
    await expect(creating).rejects.not.toThrow(/hunter2|aaaa/);
  });
});

it('takes no key that could be guessed', async () => {
  const creating = createAccess({ options: parseAccess({ key: 'hunter2' }), record: async () => {} });
  await expect(creating).rejects.toMatchObject({
    ...{
      kind: 'config',
      message: expect.stringContaining('access: the key has 7 characters; accepted are at least 20.'),
    },
  });
});

it('holds tokens that print nowhere', () => {
  expect(JSON.stringify(parseAccess({ tokens: [good] }))).toContain('"token":"[secret]"');
});
