import { expect, it } from 'vitest';
import { oneSignIn } from './one-sign-in.ts';

type Members = Parameters<typeof oneSignIn>;

function problemsOf(members: Members, settings: Readonly<Record<string, unknown>>): readonly string[] {
  const problems: string[] = [];
  oneSignIn(...members)(settings, {
    addIssue: issue => {
      if (typeof issue === 'object') problems.push(`${issue.path?.join('.')}: ${issue.message}`);
    },
  });
  return problems;
}

it.each<[string, Members, object]>([
  ['a pair', ['username', 'password'], { username: 'u', password: 'p' }],
  ['a key alone', ['api_key'], { api_key: 'k' }],
  ['auth', ['username', 'password'], { auth: {} }],
])('takes one way of signing in: %s', (_what, members, settings) => {
  expect(problemsOf(members, { ...settings })).toEqual([]);
});

it.each<[string, Members, object, string]>([
  [
    'half a pair',
    ['username', 'password'],
    { username: 'u' },
    'password: is missing; write username and password, or auth',
  ],
  ['no key', ['api_key'], {}, 'api_key: is missing; write api_key, or auth'],
  ['two ways', ['api_key'], { api_key: 'k', auth: {} }, 'auth: stands beside api_key; write one way of signing in'],
])('refuses %s', (_what, members, settings, problem) => {
  expect(problemsOf(members, { ...settings })).toEqual([problem]);
});
