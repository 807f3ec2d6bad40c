import { openBench } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, openDesk } from '../__tests__/desk.ts';
import { servicenow } from '../servicenow.ts';

const failing = { password: 'correct horse', ...bare };

it('signs in with user and password', async () => {
  await using desk = await openDesk(bare);
  await desk.itsm.createTickets(analysisOf());
  expect(desk.created()[0]?.headers.authorization).toBe(`Basic ${btoa('integration_user:sandbox')}`);
});

it('signs in with a bearer token', async () => {
  const auth = { type: 'bearer', token: 'a-token' };
  await using desk = await openDesk(
    { ...bare, username: undefined, password: undefined, auth },
    { tokens: ['a-token'] },
  );
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(delivery?.status).toBe('created');
  expect(desk.created()[0]?.headers.authorization).toBe('Bearer a-token');
});

it('gives up after one refused sign-in, and names neither password nor header anywhere', async () => {
  await using desk = await openDesk(failing);
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(delivery).toMatchObject({ status: 'failed', attempts: 1, error: { kind: 'auth', status: 401 } });
  expect(delivery?.error?.message).toBe('User Not Authenticated: Required to provide Auth information');
  expect(desk.instance.transcript).toEqual(['POST /api/now/table/incident 401']);
  const told = JSON.stringify([delivery, desk.log.lines, await desk.itsm.deliveries()]);
  expect(told).not.toMatch(/correct horse|Y29ycmVjdCBob3JzZ|correct%20horse|Basic /);
});

describe('the config', () => {
  const open = (members: Readonly<Record<string, unknown>>) =>
    openBench({
      config: { servicenow: { endpoint: 'https://instance.service-now.com', ...members } },
      plugins: [servicenow],
      env: {},
    });

  it.each([
    [
      'two ways of signing in',
      { username: 'u', password: 'p', auth: { type: 'bearer', token: 't' } },
      'servicenow.auth: stands beside username and password; write one way of signing in',
    ],
    ['no user', { password: 'p' }, 'servicenow.username: is missing; write username and password, or auth'],
    ['no password', { username: 'u' }, 'servicenow.password: is missing; write username and password, or auth'],
    ['no sign-in at all', {}, 'servicenow.username: is missing; write username and password, or auth'],
    [
      'a table that cannot be one',
      { username: 'u', password: 'p', table: 'Incident/..' },
      'servicenow.table: found "Incident/.."; accepted is a table name such as incident',
    ],
  ])('is refused with the reason: %s', async (_what, members, message) => {
    await expect(open(members)).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringContaining(message),
    });
  });
});
