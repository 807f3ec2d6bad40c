import { checksOf } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { type Desk, noteless, openDesk } from '../__tests__/desk.ts';

const table = '/api/now/table/incident';
const blocked = { kind: 'status', status: 403, body: '<html>Request blocked. Support ID: 42</html>' } as const;
const words =
  'The request was answered 403 with a page, which is no word of the instance: something in front of it, such as a firewall, a filter or an access control by address, refused the request. User and password were not judged.';
const deliver = async ({ itsm }: Desk, id: string) => (await itsm.createTickets(analysisOf({ id })))[0];

it('holds nothing else back where a filter in front of the instance dislikes one report', async () => {
  await using desk = await openDesk(noteless);
  desk.instance.fault({ on: `POST ${table}`, times: 4, effect: blocked });
  const disliked = await deliver(desk, 'a');
  expect(disliked).toMatchObject({
    status: 'failed',
    attempts: 4,
    error: { kind: 'outcome-unknown', status: 403, message: words },
  });
  expect(await deliver(desk, 'b')).toMatchObject({ status: 'created', attempts: 1 });
});

it('makes no second incident where the page only hides the first', async () => {
  await using desk = await openDesk(noteless);
  desk.instance.fault({ on: `POST ${table}`, effect: { ...blocked, commit: true } });
  expect(await deliver(desk, 'a')).toMatchObject({ status: 'found', attempts: 1 });
  expect(desk.instance.incidents()).toHaveLength(1);
});

it('leaves a delivery open where everything is blocked, to be looked for once that is over', async () => {
  await using desk = await openDesk(noteless);
  desk.instance.fault({ times: Number.POSITIVE_INFINITY, effect: blocked });
  expect(await deliver(desk, 'a')).toMatchObject({ status: 'unknown', error: { kind: 'unavailable', message: words } });
  desk.instance.clearRequests();
  expect(await deliver(desk, 'a')).toMatchObject({ status: 'created' });
});

it('is told by the check as an instance that cannot be reached', async () => {
  await using desk = await openDesk(noteless);
  desk.instance.fault({ times: Number.POSITIVE_INFINITY, effect: blocked });
  expect(await checksOf(desk.servicenow)).toEqual([
    expect.objectContaining({ step: 'reach', ok: false, detail: words, hint: expect.stringContaining('firewall') }),
  ]);
});
