import { openBench } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { openTicket } from '../__tests__/open-ticket.ts';
import { servicenow } from '../servicenow.ts';

const closing = {
  state: '6',
  close_code: 'Solution provided',
  close_notes: 'Resolved by the integration that opened this record.',
};

it('resolves with state, code and notes in one write', async () => {
  await using desk = await openTicket();
  expect(await desk.move('resolve')).toEqual({ ticket: desk.ticket, warnings: [] });
  expect(desk.instance.requests.at(-1)?.json).toEqual(closing);
  expect(desk.instance.incidents()[0]).toMatchObject(closing);
  const path = `/api/now/table/incident/${desk.ticket.id}`;
  const ofRecord = desk.instance.transcript.filter(line => line.includes('/incident'));
  expect(ofRecord).toEqual([`GET ${path} 200`, `PATCH ${path} 200`]);
});

it('reopens into work in progress, writing nothing but the state', async () => {
  await using desk = await openTicket();
  await desk.move('resolve');
  expect((await desk.move('reopen')).warnings).toEqual([]);
  expect(desk.instance.requests.at(-1)?.json).toEqual({ state: '2' });
  expect(desk.instance.incidents()[0]).toMatchObject({ state: '2', reopen_count: '1', resolved_at: '' });
});

it('takes what the config says, and over it the fields of the change', async () => {
  const resolve = { state: '7', close_code: 'Resolved by change', close_notes: 'See the change.' };
  await using desk = await openTicket({ resolve });
  await desk.move('resolve', { close_notes: 'The pool is larger now.', assigned_to: 'beth.anglin@example.com' });
  const incident = desk.instance.incidents()[0];
  expect(incident).toMatchObject({ ...resolve, close_notes: 'The pool is larger now.' });
  expect(incident?.assigned_to).toMatch(/^[0-9a-f]{32}$/);
});

it.each([
  ['resolve', 'done', true],
  ['reopen', 'open', false],
] as const)('sends nothing to %s what is %s already, and says so', async (kind, state, resolvedBefore) => {
  await using desk = await openTicket();
  if (resolvedBefore) await desk.move('resolve');
  desk.instance.clearRequests();
  const { warnings } = await desk.move(kind);
  const message = `${kind}: ${desk.ticket.key} is ${state} already; nothing was sent.`;
  expect(warnings).toEqual([{ code: 'already-there', message }]);
  expect(desk.instance.requests.map(({ method }) => method)).toEqual(['GET']);
});

describe('is refused', () => {
  it('by the data policy of an instance with other codes, with what to set', async () => {
    await using desk = await openTicket({}, { closeCodes: ['Solved (Permanently)'] });
    await expect(desk.move('resolve')).rejects.toMatchObject({
      kind: 'rejected',
      status: 403,
      message:
        'Operation Failed: Data Policy Exception: The following fields are mandatory: Resolution code. A value that is no choice of its field counts as missing, too; for resolving, see resolve in the config.',
    });
    expect(desk.instance.incidents()[0]?.state).toBe('1');
  });

  it('where the instance answers 200 and leaves the state alone, as a field ACL makes it', async () => {
    await using desk = await openTicket();
    const result = { sys_id: desk.ticket.id, state: '2', close_code: closing.close_code };
    desk.instance.fault({ on: 'PATCH', effect: { kind: 'status', status: 200, body: { result } } });
    const message = `resolve: the instance answered 200 and left ${desk.ticket.key} in state 2. May this user write state, and does the table let it go to 6 from there?`;
    await expect(desk.move('resolve')).rejects.toMatchObject({ kind: 'rejected', message });
  });

  it('where the record is gone', async () => {
    await using desk = await openTicket();
    const ticket = { ...desk.ticket, id: '0'.repeat(32) };
    const signal = new AbortController().signal;
    const resolving = desk.servicenow.update(ticket, { id: '1', kind: 'resolve', fields: {} }, { key: 'k', signal });
    const message = `resolve: ${desk.ticket.key} is not there any more, or this user may not see it.`;
    await expect(resolving).rejects.toMatchObject({ kind: 'rejected', status: 404, message });
  });

  it('where it would take the marker away', async () => {
    await using desk = await openTicket();
    await expect(desk.move('resolve', { correlation_id: 'mine' })).rejects.toMatchObject({ kind: 'config' });
    expect(desk.instance.requests.map(({ method }) => method)).toEqual(['GET']);
  });
});

it('is of unknown outcome where the answer is lost, and of a known one where nothing was written yet', async () => {
  await using desk = await openTicket();
  desk.instance.fault({ on: 'PATCH', effect: { kind: 'drop', commit: true } });
  await expect(desk.move('resolve')).rejects.toMatchObject({ kind: 'outcome-unknown' });
  desk.instance.fault({ on: 'GET', effect: { kind: 'drop', commit: false } });
  await expect(desk.move('resolve')).rejects.toMatchObject({ kind: 'unavailable' });
});

describe('the config', () => {
  const open = (members: object) =>
    openBench({
      config: {
        servicenow: { endpoint: 'https://instance.service-now.com', username: 'u', password: 'p', ...members },
      },
      plugins: [servicenow],
      env: {},
    });

  it.each([
    [
      'resolves into a state that is not done',
      { done_states: ['7', '8'] },
      'servicenow.resolve.state: found "6", which is not among done_states (7, 8)',
    ],
    [
      'reopens into a state that is done',
      { reopen: { state: '8' } },
      'servicenow.reopen.state: found "8", which is among done_states (6, 7, 8)',
    ],
  ])('is refused where it %s', async (_what, members, message) => {
    await expect(open(members)).rejects.toMatchObject({ kind: 'config', message: expect.stringContaining(message) });
  });
});
