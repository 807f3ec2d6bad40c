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
  ['neither', {}, 'is missing; write api_key or auth'],
  ['both', { api_key: 'k-123', auth }, 'stands beside auth; write one way of signing in'],
])('refuses %s of api_key and auth', (_which, given, message) => {
  const { error } = settings.safeParse({ ...members, ...given });
  expect(error?.issues).toMatchObject([{ path: ['api_key'], message }]);
});
