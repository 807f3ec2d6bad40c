import { expect, it } from 'vitest';
import { fakeClock } from '../../__tests__/fake-clock.ts';
import { denied, given, openTokenServer } from '../../__tests__/token-server.ts';
import { authMember } from '../../config/members/sign-in.ts';

const auth = authMember(['oauth2'], { grants: ['password'] }).parse({
  ...{ type: 'oauth2', grant: 'password', client_id: 'rca', client_secret: 'correct-horse' },
  ...{ username: 'integration_user', password: 'battery-staple' },
});
if (!auth) throw new Error('no auth');

it('asks by a form with user and password', async () => {
  await using server = await openTokenServer(() => given('t1'));
  expect((await server.api(auth, fakeClock()).get('/api')).data).toEqual({ token: 't1' });
  expect(server.forms).toEqual([
    {
      ...{ grant_type: 'password', client_id: 'rca', client_secret: 'correct-horse' },
      ...{ username: 'integration_user', password: 'battery-staple' },
    },
  ]);
});

it('renews by the refresh token that came with the answer, and by the newest one', async () => {
  await using server = await openTokenServer(({ refresh_token }) => {
    if (refresh_token === undefined) return given('t1', { refresh_token: 'r1' });
    return refresh_token === 'r1' ? given('t2', { refresh_token: 'r2' }) : given('t3');
  });
  const clock = fakeClock();
  const http = server.api(auth, clock);
  for (const token of ['t1', 't2', 't3']) {
    expect((await http.get('/api')).data).toEqual({ token });
    clock.advance(1_799_000);
  }
  await http.get('/api');
  expect(server.asked()).toEqual(['password', 'r1', 'r2', 'r2']);
});

it('goes back to the password once a refresh is refused, and tries that one no more', async () => {
  await using server = await openTokenServer(({ refresh_token }) => {
    if (refresh_token !== undefined) return denied();
    return server.forms.length === 1 ? given('t1', { refresh_token: 'r1' }) : given(`t${server.forms.length}`);
  });
  const clock = fakeClock();
  const http = server.api(auth, clock);
  for (const token of ['t1', 't3', 't4']) {
    expect((await http.get('/api')).data).toEqual({ token });
    clock.advance(1_799_000);
  }
  expect(server.asked()).toEqual(['password', 'r1', 'password', 'password']);
});

it('keeps the refresh token where the endpoint is only away', async () => {
  let answers = 0;
  await using server = await openTokenServer(() => {
    answers += 1;
    return answers === 2 ? { status: 503, body: {} } : given(`t${answers}`, { refresh_token: 'r1' });
  });
  const clock = fakeClock();
  const http = server.api(auth, clock);
  await http.get('/api');
  clock.advance(1_799_000);
  await expect(http.get('/api')).rejects.toMatchObject({ kind: 'unavailable' });
  expect((await http.get('/api')).data).toEqual({ token: 't3' });
  expect(server.asked()).toEqual(['password', 'r1', 'r1']);
});

it('uses a token that is given out again until its very end, and asks no more before it', async () => {
  const clock = fakeClock();
  const began = clock.now().getTime();
  const left = () => 1799 - (clock.now().getTime() - began) / 1000;
  await using server = await openTokenServer(() => (left() > 0 ? given('t1', { expires_in: left() }) : given('t2')));
  const http = server.api(auth, clock);
  await http.get('/api');
  clock.advance(1_740_000);
  for (const _ of [1, 2, 3]) {
    expect((await http.get('/api')).data).toEqual({ token: 't1' });
    clock.advance(19_000);
  }
  expect((await http.get('/api')).data).toEqual({ token: 't1' });
  expect(server.asked()).toHaveLength(2);
  clock.advance(2_000);
  expect((await http.get('/api')).data).toEqual({ token: 't2' });
});

it('a token that was refused and is given out again is left for what its refresh token yields', async () => {
  const answer = ({ refresh_token }: Readonly<Record<string, string>>) => {
    if (refresh_token === 'r2') return given('t2');
    if (refresh_token === 'r1') return denied();
    return given('dead', { refresh_token: server.forms.length === 1 ? 'r1' : 'r2' });
  };
  await using server = await openTokenServer(answer, new Set(['dead']));
  const http = server.api(auth, fakeClock());
  const answers = await Promise.all(Array.from({ length: 20 }, () => http.get('/api')));
  expect(new Set(answers.map(({ data }) => data.token))).toEqual(new Set(['t2']));
  expect(server.asked()).toEqual(['password', 'r1', 'password', 'r2']);
});

it('says so where the token that was refused is all that there is', async () => {
  await using server = await openTokenServer(() => given('dead'), new Set(['dead']));
  await expect(server.api(auth, fakeClock()).get('/api')).rejects.toMatchObject({
    ...{ kind: 'auth', status: 401 },
    message: expect.stringMatching(
      /gives out the same one again\. Revoke it there, or wait for its end in 1799 s; check that its user/,
    ),
  });
  expect(server.asked()).toEqual(['password', 'password']);
});

it('waits for the end of such a token where that is near: nothing has failed then', async () => {
  await using server = await openTokenServer(() => given('dead', { expires_in: 3 }), new Set(['dead']));
  await expect(server.api(auth, fakeClock()).post('/api', {})).rejects.toMatchObject({
    ...{ kind: 'unavailable', retryAfterMs: 4000 },
  });
});

it('names neither password nor client secret where the endpoint quotes them', async () => {
  await using server = await openTokenServer(form => denied(`no ${form.password} of ${form.client_secret}`));
  await expect(server.api(auth, fakeClock()).get('/api')).rejects.toMatchObject({
    ...{ kind: 'auth', status: 401 },
    message:
      'The token endpoint refused the sign-in (server_error: no [secret] of [secret]). ' +
      'Check client_id, client_secret, username, password and scope.',
  });
});
