import { expect, it } from 'vitest';
import { fakeClock } from '../../__tests__/fake-clock.ts';
import { denied, given, openTokenServer } from '../../__tests__/token-server.ts';
import type { Auth } from '../../config/members/sign-in.ts';
import { secretHandle } from '../../config/secrets/secret-handle.ts';

const secret = (...values: string[]) =>
  secretHandle(async () => (values.length > 1 ? values.shift() : values[0]) ?? '');

const authBy = (...tokens: string[]): Auth<'oauth2'> => ({
  ...{ type: 'oauth2', grant: 'refresh_token', client_id: 'rca', client_secret: secret('correct-horse') },
  refresh_token: secret(...tokens),
});

it('asks by the configured token', async () => {
  await using server = await openTokenServer(() => given('t1'));
  expect((await server.api(authBy('configured'), fakeClock()).get('/api')).data).toEqual({ token: 't1' });
  expect(server.forms).toEqual([
    {
      ...{ grant_type: 'refresh_token', refresh_token: 'configured' },
      ...{ client_id: 'rca', client_secret: 'correct-horse' },
    },
  ]);
});

it('goes on with the token that an answer brings in its place', async () => {
  let last = 0;
  await using server = await openTokenServer(() => {
    last += 1;
    return given(`t${last}`, { refresh_token: `rotated-${last}` });
  });
  const clock = fakeClock();
  const http = server.api(authBy('configured'), clock);
  for (const _ of [1, 2, 3]) {
    await http.get('/api');
    clock.advance(1_799_000);
  }
  expect(server.asked()).toEqual(['configured', 'rotated-1', 'rotated-2']);
});

it('falls back to the configured token once, and fails where that one has ended as well', async () => {
  let ended = false;
  await using server = await openTokenServer(({ refresh_token }) => {
    if (refresh_token === 'rotated' || ended) return denied();
    return given('t', { refresh_token: 'rotated' });
  });
  const clock = fakeClock();
  const http = server.api(authBy('configured'), clock);
  await http.get('/api');
  clock.advance(1_799_000);
  await http.get('/api');
  ended = true;
  clock.advance(1_799_000);
  await expect(http.get('/api')).rejects.toMatchObject({ kind: 'auth', status: 401 });
  expect(server.asked()).toEqual(['configured', 'rotated', 'configured', 'rotated', 'configured']);
});

it('asks once where the endpoint gives the same token back', async () => {
  let ended = false;
  await using server = await openTokenServer(() => (ended ? denied() : given('t', { refresh_token: 'configured' })));
  const clock = fakeClock();
  const http = server.api(authBy('configured'), clock);
  await http.get('/api');
  ended = true;
  clock.advance(1_799_000);
  await expect(http.get('/api')).rejects.toMatchObject({ kind: 'auth' });
  expect(server.asked()).toEqual(['configured', 'configured']);
});

it('follows a token that was written anew', async () => {
  await using server = await openTokenServer(({ refresh_token }) =>
    refresh_token === 'new-token' ? given('t1') : denied(`${refresh_token} has ended`),
  );
  expect((await server.api(authBy('old-token', 'new-token'), fakeClock()).get('/api')).data).toEqual({ token: 't1' });
  expect(server.asked()).toEqual(['old-token', 'new-token']);
});

it('is not named where the endpoint quotes it', async () => {
  await using server = await openTokenServer(({ refresh_token }) => denied(`${refresh_token} has ended`));
  const error = await server
    .api(authBy('configured'), fakeClock())
    .get('/api')
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ message: expect.stringContaining('(server_error: [secret] has ended)') });
});
