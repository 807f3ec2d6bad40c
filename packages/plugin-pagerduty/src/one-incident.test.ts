import { callOf } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { analysis, openAccount, openDesk } from './__fixtures__/account.ts';

const list = 'GET /incidents';

it('finds the open incident where PagerDuty refuses a second one with its key, and sends no more', async () => {
  await using desk = await openAccount();
  const first = await desk.deliver();
  await using forgetful = await openDesk(desk.account);
  desk.account.clearRequests();
  const [second] = await forgetful.itsm.createTickets(analysis());
  expect(second).toMatchObject({ status: 'found', ticket: first?.ticket });
  expect(desk.account.transcript).toEqual(['POST /incidents 400', 'GET /incidents 200']);
  expect(desk.account.incidents()).toHaveLength(1);
});

it.each([
  ['a text', (words: string) => words],
  ['an object', (words: string) => ({ incident_key: [words] })],
])('knows the refusal where PagerDuty says what is wrong in %s instead of a list', async (_what, errorsOf) => {
  await using desk = await openAccount();
  const first = await desk.deliver();
  await using forgetful = await openDesk(desk.account);
  const errors = errorsOf('Open incident with matching dedup key already exists on this service');
  const body = { error: { message: 'Arguments Caused Error', code: 2002, errors } };
  desk.account.fault({ on: 'POST /incidents', effect: { kind: 'status', status: 400, body } });
  expect(await forgetful.itsm.createTickets(analysis())).toMatchObject([{ status: 'found', ticket: first?.ticket }]);
});

it('is refused for good where the arguments are wrong, which has the same code', async () => {
  await using desk = await openAccount({}, { service: 'PSVC2' });
  expect(await desk.deliver()).toMatchObject({
    status: 'failed',
    error: { kind: 'rejected', message: 'Arguments Caused Error: Service not found' },
  });
});

it('sends again after doubt without harm where the list lags behind: PagerDuty refuses the second one', async () => {
  await using desk = await openAccount({}, { settle_window: '1ms' });
  const { account } = desk;
  account.fault({ on: 'POST /incidents', effect: { kind: 'drop', commit: true } });
  account.fault({ on: list, effect: { kind: 'status', status: 200, body: { incidents: [], more: false } } });
  expect(await desk.deliver()).toMatchObject({ status: 'found', ticket: { key: '#1' } });
  expect(account.transcript.filter(line => line.startsWith('POST'))).toEqual([
    'POST /incidents dropped',
    'POST /incidents 400',
  ]);
  expect(account.incidents()).toHaveLength(1);
});

it('finds the incident of a lost answer also where it was resolved before the second try', async () => {
  await using desk = await openAccount({}, { settle_window: '1ms' });
  const { account, pagerduty } = desk;
  account.fault({ on: 'POST /incidents', effect: { kind: 'drop', commit: true } });
  account.fault({ on: list, effect: { kind: 'status', status: 502 } });
  const going = desk.deliver();
  await expect.poll(() => account.incidents()).toHaveLength(1);
  const ticket = { id: 'PINC1', key: '#1', url: account.url, names: {} };
  await pagerduty.update(ticket, { id: 'r', kind: 'resolve', fields: {} }, callOf('k'));
  expect(await going).toMatchObject({ status: 'found', ticket: { key: '#1' } });
  expect(account.incidents()).toMatchObject([{ status: 'resolved' }]);
});

describe('once an incident is resolved', () => {
  async function openSecond() {
    const desk = await openAccount();
    const first = await desk.deliver();
    if (!first?.ticket) throw new TypeError('There is no first incident.');
    await desk.pagerduty.update(first.ticket, { id: 'r', kind: 'resolve', fields: {} }, callOf(first.key));
    await using forgetful = await openDesk(desk.account);
    return { ...desk, key: first.key, second: await forgetful.itsm.createTickets(analysis()) };
  }

  it('another one is made for whoever has forgotten the first, which is told as its twin', async () => {
    await using desk = await openSecond();
    expect(desk.second).toMatchObject([{ status: 'created', ticket: { key: '#2' } }]);
    const twins = [{ key: '#1' }];
    expect(await desk.pagerduty.find(callOf(desk.key))).toMatchObject({ kind: 'found', ticket: { key: '#2' }, twins });
  });

  it('it is the open one that PagerDuty refuses a third one beside, and that is found', async () => {
    await using desk = await openSecond();
    await using forgetful = await openDesk(desk.account);
    expect(await forgetful.itsm.createTickets(analysis())).toMatchObject([{ status: 'found', ticket: { key: '#2' } }]);
    expect(desk.account.incidents()).toHaveLength(2);
  });
});

it('finds an incident of any age and state, where PagerDuty shows those of the last month', async () => {
  const days = 86_400_000;
  let now = Date.now() - 200 * days;
  await using desk = await openAccount({ now: () => now });
  const made = await desk.deliver();
  now += 199 * days;
  expect(await desk.pagerduty.find(callOf(made?.key ?? ''))).toMatchObject({ kind: 'found', ticket: made?.ticket });
});

it.each([
  ['the key stands on alerts, and the row has none', { incident_key: null }, false],
  ['there are more rows than were shown', { incident_key: 'of another', more: true }, true],
])('does not call it an absence where %s', async (_what, { incident_key }, more) => {
  await using desk = await openAccount();
  const row = { id: 'PINC9', incident_number: 9, html_url: desk.account.url, status: 'triggered', incident_key };
  desk.account.fault({ on: list, effect: { kind: 'status', status: 200, body: { incidents: [row], more } } });
  expect(await desk.pagerduty.find(callOf('itsm-1'))).toEqual({ kind: 'absent', conclusive: false });
});

it('waits as long as ratelimit-reset says, which is in seconds', async () => {
  await using desk = await openAccount();
  const body = { error: { message: 'Rate Limit Exceeded', code: 2020 } };
  const headers = { 'ratelimit-limit': '960', 'ratelimit-remaining': '0', 'ratelimit-reset': '20' };
  desk.account.fault({ on: 'POST /incidents', effect: { kind: 'status', status: 429, headers, body } });
  await expect(desk.pagerduty.create({ incident: {} }, callOf('itsm-1'))).rejects.toMatchObject({
    kind: 'rate-limited',
    message: 'Rate Limit Exceeded',
    retryAfterMs: 20_000,
  });
});
