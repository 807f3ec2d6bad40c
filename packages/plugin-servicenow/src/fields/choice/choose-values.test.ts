import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../__tests__/analyses.ts';
import { openDesk, quick } from '../../__tests__/desk.ts';
import { openTicket } from '../../__tests__/open-ticket.ts';

const lookUps = (transcript: readonly string[]) =>
  transcript.filter(line => line.startsWith('GET') && !line.includes('/incident/'));

it.each([
  ['a label', { contact_type: 'Self-service' }, { contact_type: 'self-service' }],
  ['a label in other letters', { category: 'INQUIRY / HELP' }, { category: 'inquiry' }],
  ['a value', { category: 'inquiry' }, { category: 'inquiry' }],
  [
    'a number with its label',
    { impact: '1 - High', urgency: '1 - High' },
    { impact: '1', urgency: '1', priority: '1' },
  ],
])('arrives as the value where the config has %s', async (_what, defaults, stored) => {
  await using desk = await openDesk({ ...quick, defaults });
  const [delivery] = await desk.itsm.createTickets(analysisOf({ severity: 'critical' }));
  expect(delivery?.warnings).toEqual([]);
  expect(desk.instance.incidents()[0]).toMatchObject(stored);
});

it('is sent as it is where it is no choice, since the instance stores it, and the delivery says so', async () => {
  await using desk = await openDesk({ ...quick, defaults: { contact_type: 'pigeon' } });
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(delivery?.warnings).toEqual([
    {
      code: 'not-a-choice',
      field: 'contact_type',
      message: expect.stringMatching(
        /^contact_type: "pigeon" is no choice on this instance, which stores it all the same; its choices are chat \(Chat\), /,
      ),
    },
  ]);
  expect(desk.instance.incidents()[0]?.contact_type).toBe('pigeon');
});

it('asks once for many tickets, also when they are made side by side, and for numbers never', async () => {
  await using desk = await openDesk({ ...quick, defaults: { category: 'Network', impact: '2', urgency: '2' } });
  await Promise.all(['a', 'b', 'c'].map(id => desk.itsm.createTickets(analysisOf({ id }))));
  expect(lookUps(desk.instance.transcript)).toEqual([
    'GET /api/now/table/sys_dictionary 200',
    'GET /api/now/table/sys_choice 200',
  ]);
  await using numbers = await openDesk({ ...quick, defaults: { impact: '2', urgency: '2', state: '2' } });
  await numbers.itsm.createTickets(analysisOf());
  expect(lookUps(numbers.instance.transcript)).toEqual([]);
});

describe('without a list to look at', () => {
  it.each(['sys_dictionary', 'sys_choice'])('%s refused: what is written is sent', async table => {
    const acl = { read: { [table]: 'refused' as const } };
    await using desk = await openDesk({ ...quick, defaults: { category: 'Network' } }, { acl });
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery).toMatchObject({ status: 'created', warnings: [] });
    expect(desk.created()[0]?.json).toMatchObject({ category: 'Network' });
  });

  it('the read is made again where it failed, before anything is sent', async () => {
    await using desk = await openDesk({ ...quick, defaults: { category: 'Network' } });
    desk.instance.fault({ on: 'GET /api/now/table/sys_dictionary', effect: { kind: 'drop', commit: false } });
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery).toMatchObject({ status: 'created', attempts: 1 });
    expect(desk.instance.incidents()[0]?.category).toBe('network');
  });
});

it('puts a record on hold by labels, with the comment that the state asks for', async () => {
  await using desk = await openTicket();
  const fields = { state: 'On Hold', hold_reason: 'Awaiting Caller', comments: 'Please tell us more.' };
  const { warnings } = await desk.update({ id: 'h', kind: 'fields', fields });
  expect(warnings).toEqual([]);
  expect(desk.instance.incidents()[0]).toMatchObject({ state: '3', hold_reason: '1' });
  expect(await desk.read()).toEqual({ kind: 'open' });
});

it('closes by label', async () => {
  await using desk = await openTicket();
  await desk.move('resolve', { state: 'Closed', close_code: 'solution provided' });
  expect(desk.instance.incidents()[0]).toMatchObject({ state: '7', close_code: 'Solution provided' });
});

it('marks in an offline preview what may come out as another value', async () => {
  await using desk = await openDesk({ ...quick, defaults: { category: 'Network', impact: '2' } });
  const [preview] = await desk.itsm.preview(analysisOf());
  expect(preview?.unresolved).toEqual(['category']);
});
