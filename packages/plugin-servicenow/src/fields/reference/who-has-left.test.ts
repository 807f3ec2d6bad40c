import type { ServiceNowOptions } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { analysisOf } from '../../__tests__/analyses.ts';
import { noteless, openDesk } from '../../__tests__/desk.ts';

const user = (name: string, active: 'true' | 'false') => ({
  name,
  user_name: name,
  email: `${name}@x.example`,
  active,
});
const hidden: ServiceNowOptions = { acl: { deniedFields: { 'sys_user.active': ['read'] } } };

async function callerOf(caller_id: string, options: ServiceNowOptions = {}, by?: readonly string[]) {
  const members = { ...noteless, defaults: { caller_id }, ...(by ? { references: { caller_id: { by } } } : {}) };
  await using desk = await openDesk(members, options);
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  return { caller: desk.instance.incidents()[0]?.caller_id, warnings: delivery?.warnings ?? [] };
}

it('is not set, and the delivery says that nobody active has the name', async () => {
  const { caller, warnings } = await callerOf('gone@x.example', { records: { sys_user: [user('gone', 'false')] } });
  expect(caller).toBe('');
  expect(warnings).toMatchObject([{ message: expect.stringContaining('no active record of sys_user is named') }]);
});

it('is not set by an instance that drops the clause and shows who is active', async () => {
  await using desk = await openDesk({ ...noteless, defaults: { caller_id: 'gone@x.example' } });
  const gone = { sys_id: 'a'.repeat(32), email: 'gone@x.example', active: 'false' };
  desk.instance.fault({
    on: 'GET /api/now/table/sys_user',
    effect: { kind: 'status', status: 200, body: { result: [gone] } },
  });
  await desk.itsm.createTickets(analysisOf());
  expect(desk.created()[0]?.json).not.toHaveProperty('caller_id');
});

it('may be set where this user may not read who is active, and the delivery says so', async () => {
  const { caller, warnings } = await callerOf('gone@x.example', {
    ...hidden,
    records: { sys_user: [user('gone', 'false')] },
  });
  expect(caller).toMatch(/^[0-9a-f]{32}$/);
  expect(warnings).toEqual([
    {
      code: 'active-unknown',
      field: 'caller_id',
      message: 'caller_id: "gone@x.example" is set, and may have left: this user may not read active of sys_user.',
    },
  ]);
});

it('is not guessed where that cannot be read and two have the name', async () => {
  const records = { sys_user: [user('twin', 'false'), user('twin', 'true')] };
  const { caller, warnings } = await callerOf('twin@x.example', { ...hidden, records });
  expect(caller).toBe('');
  expect(warnings).toMatchObject([
    { code: 'unresolved-reference', message: expect.stringContaining('several records') },
  ]);
});

it.each([
  [['u_login'], '"abel.tuter" cannot be looked up: sys_user has no u_login that this user may read'],
  [
    ['u_login', 'email'],
    'no active record of sys_user is named "abel.tuter", and sys_user has no u_login that this user may read',
  ],
])('a name looked for by %j, which the table does not have, is told as that', async (by, why) => {
  const { warnings } = await callerOf('abel.tuter', {}, by);
  expect(warnings).toMatchObject([{ code: 'unresolved-reference', message: `caller_id: ${why}; it is left out.` }]);
});
