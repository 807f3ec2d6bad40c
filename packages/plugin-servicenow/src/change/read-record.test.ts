import type { FaultEffect } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { openTicket } from '../__tests__/open-ticket.ts';

const noon = new Date('2026-01-31T12:00:05Z');
const on = 'GET /api/now/table/incident';
const json = (status: number, body: unknown): FaultEffect => ({ kind: 'status', status, body });

describe('a record', () => {
  it.each(['1', '2', '3'])('is open in state %s', async state => {
    await using desk = await openTicket();
    await desk.update({ id: 'f', kind: 'fields', fields: { state, hold_reason: '4' } });
    expect(await desk.read()).toEqual({ kind: 'open' });
    const fields = 'sys_id,state,close_code,resolution_code,resolved_at,closed_at';
    expect(desk.instance.requests.at(-1)?.query.sysparm_fields).toBe(fields);
  });

  it.each([
    ['6', 'Solution provided', false],
    ['7', 'Known error', false],
    ['7', 'Duplicate', true],
    ['6', 'No resolution provided', true],
    ['8', '', true],
  ])('is done in state %s; with the code "%s" it will not be mended: %s', async (state, close_code, wontFix) => {
    await using desk = await openTicket({}, { now: () => noon.getTime() });
    await desk.update({ id: 'f', kind: 'fields', fields: { state, close_code, close_notes: 'x' } });
    expect(await desk.read()).toEqual({ kind: 'done', since: noon, wontFix });
  });

  it('is done since it was resolved, not since it was closed days later', async () => {
    let days = 0;
    await using desk = await openTicket({}, { now: () => noon.getTime() + days * 86_400_000 });
    await desk.move('resolve');
    days = 7;
    await desk.update({ id: 'f', kind: 'fields', fields: { state: '7' } });
    expect(desk.instance.incidents()[0]?.closed_at).toBe('2026-02-07 12:00:05');
    expect(await desk.read()).toMatchObject({ kind: 'done', since: noon });
  });

  it('is done by the states and codes of the config', async () => {
    const members = {
      resolve: { state: '20' },
      done_states: ['20', '21'],
      wont_fix: { states: ['21'], close_codes: ['Solution provided'] },
    };
    await using desk = await openTicket(members);
    await desk.move('resolve');
    expect(await desk.read()).toEqual({ kind: 'done', wontFix: true });
    await desk.update({ id: 'f', kind: 'fields', fields: { state: '8' } });
    expect(await desk.read()).toEqual({ kind: 'open' });
  });

  it('is gone where the instance does not have it, or an ACL hides it', async () => {
    await using desk = await openTicket();
    const error = { message: 'No Record found', detail: "Record doesn't exist or ACL restricts the record retrieval" };
    desk.instance.fault({ on, effect: json(404, { error, status: 'failure' }) });
    expect(await desk.read()).toEqual({ kind: 'gone' });
  });
});

it.each([
  ['a 404 that is a page', json(404, '<html>no such host</html>'), 'unavailable'],
  ['a list', json(200, { result: [] }), 'unavailable'],
  ['a record without a state', json(200, { result: { sys_id: '0'.repeat(32) } }), 'config'],
  ['a refused sign-in', json(401, { error: { message: 'User Not Authenticated', detail: null } }), 'auth'],
])('takes %s neither for open nor for gone', async (_what, effect, kind) => {
  await using desk = await openTicket();
  desk.instance.fault({ on, effect });
  await expect(desk.read()).rejects.toMatchObject({ kind });
});
