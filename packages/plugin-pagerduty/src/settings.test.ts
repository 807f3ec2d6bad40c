import { expect, it } from 'vitest';
import { settings } from './settings.ts';

const members = { service: 'PSVC1', from: 'rca@example.com' };
const auth = { type: 'bearer', token: 'app-token' };

it('asks the service in the US by default', () => {
  expect(settings.parse({ ...members, api_key: 'k-123' })).toMatchObject({ endpoint: 'https://api.pagerduty.com' });
});

it('takes auth instead of api_key', () => {
  expect(settings.safeParse({ ...members, auth }).success).toBe(true);
});

it.each([
  ['neither api_key nor auth', {}, 'api_key', 'is missing; write api_key, or auth'],
  ['both', { api_key: 'k-123', auth }, 'auth', 'stands beside api_key; write one way of signing in'],
  [
    'a name for an id',
    { auth, service: 'Checkout' },
    'service',
    /^found "Checkout"; accepted is an id such as PIJ90N7/,
  ],
  ['a name for a policy', { auth, escalation_policy: 'On call' }, 'escalation_policy', /^found "On call"/],
  ['a user that is no e-mail', { auth, from: 'rca engine' }, 'from', /email/],
] as const)('refuses %s', (_which, given, member, message) => {
  const { error } = settings.safeParse({ ...members, ...given });
  expect(error?.issues).toMatchObject([{ path: [member], message: expect.stringMatching(message) }]);
});
