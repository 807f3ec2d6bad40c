import type { ServiceNowSimulator } from '@itsm-bridge/testkit';
import { afterEach, expect, it, vi } from 'vitest';
import { analysisOf } from '../../__tests__/analyses.ts';
import { type Desk, noteless, openDesk } from '../../__tests__/desk.ts';
import { openTicket } from '../../__tests__/open-ticket.ts';

afterEach(() => vi.useRealTimers());

const aWhile = 20_000;
const group = { assignment_group: 'Network' };
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
const deliver = async ({ itsm }: Desk, id: string) =>
  (await itsm.createTickets(analysisOf({ id, title: id })))[0]?.warnings.map(({ code }) => code);
const lookUps = ({ instance }: Desk) => instance.transcript.filter(line => line.includes('/sys_user_group ')).length;

/** By an administrator, through the API. */
async function makeAnew({ url }: ServiceNowSimulator, sysId: string | undefined): Promise<void> {
  const headers = {
    authorization: `Basic ${btoa('integration_user:sandbox')}`,
    'content-type': 'application/json',
  };
  const groups = `${url}/api/now/table/sys_user_group`;
  await fetch(`${groups}/${sysId}`, { method: 'DELETE', headers });
  await fetch(groups, { method: 'POST', headers, body: JSON.stringify({ name: 'Network', active: 'true' }) });
}

it('a group that was made anew is missing on one ticket, and on no further one', async () => {
  await using desk = await openDesk({ ...noteless, defaults: group });
  expect(await deliver(desk, 'a')).toEqual([]);
  await makeAnew(desk.instance, desk.instance.incidents()[0]?.assignment_group);
  later(aWhile);
  expect(await deliver(desk, 'b')).toEqual(['field-dropped']);
  expect(await deliver(desk, 'c')).toEqual([]);
  expect(await deliver(desk, 'd')).toEqual([]);
});

it('it is looked up again after a change that lost it, too', async () => {
  await using desk = await openTicket();
  const assign = (short_description: string) =>
    desk.update({ id: short_description, kind: 'fields', fields: { ...group, short_description } });
  await assign('a');
  await makeAnew(desk.instance, desk.instance.incidents()[0]?.assignment_group);
  later(aWhile);
  expect((await assign('b')).warnings).toMatchObject([{ code: 'field-dropped' }]);
  expect((await assign('c')).warnings).toEqual([]);
});

it('a group that an ACL keeps off each ticket is not looked up for each', async () => {
  const acl = { deniedFields: { 'task.assignment_group': ['write' as const] } };
  await using desk = await openDesk({ ...noteless, defaults: group }, { acl });
  for (const id of ['a', 'b', 'c', 'd']) expect(await deliver(desk, id)).toEqual(['field-dropped']);
  expect(lookUps(desk)).toBe(1);
});
