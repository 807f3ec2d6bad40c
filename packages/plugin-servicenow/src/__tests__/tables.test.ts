import { z } from '@itsm-bridge/core/zod';
import { checksOf } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { analysisOf } from './analyses.ts';
import { noteless, openDesk } from './desk.ts';
import { openTicket } from './open-ticket.ts';

const owner = { assigned_to: 'beth.anglin@example.com', assignment_group: 'Network' };
const tables = {
  u_rca: { label: 'Root cause', extends: 'task' },
};

/** What the API shows of the one record, by a request of the test's own. */
async function stored(desk: Awaited<ReturnType<typeof openTicket>>, table: string) {
  const authorization = `Basic ${btoa('integration_user:sandbox')}`;
  const address = `${desk.instance.url}/api/now/table/${table}/${desk.ticket.id}?sysparm_exclude_reference_link=true`;
  const answer = await fetch(address, { headers: { authorization } });
  const { result } = z.object({ result: z.record(z.string(), z.string()) }).parse(await answer.json());
  return result;
}

describe.each([
  ['problem', /^PRB/, { state: '106', resolution_code: 'fix_applied' }, '103'],
  ['change_request', /^CHG/, { state: '3', close_code: 'successful' }, '-1'],
  ['sn_si_incident', /^SIR/, { state: '3', close_code: 'Threat mitigated' }, '16'],
  ['u_rca', /^RCA/, { state: '3' }, '2'],
])('table %s', (table, number, resolved, reopened) => {
  it('takes the report, is resolved and reopened by the states of its own model', async () => {
    await using desk = await openTicket({ table }, { tables });
    expect(desk.ticket.key).toMatch(number);
    expect(desk.ticket.url).toContain(encodeURIComponent(`${table}.do?sys_id=${desk.ticket.id}`));
    expect(await desk.read()).toEqual({ kind: 'open' });
    const row = await stored(desk, table);
    expect(row).toMatchObject({
      short_description: 'Checkout requests time out',
      correlation_display: 'RCA job abc123',
    });
    expect(row.description).toContain('Checkout timed out for 23 minutes.');

    await desk.move('resolve', owner);
    expect(await stored(desk, table)).toMatchObject(resolved);
    expect(await desk.read()).toMatchObject({ kind: 'done', wontFix: false });

    await desk.move('reopen', table === 'problem' ? { resolution_code: '' } : {});
    expect(await stored(desk, table)).toMatchObject({ state: reopened });
    expect(await desk.read()).toEqual({ kind: 'open' });
  });
});

it('takes a problem that was closed as a duplicate for one that will not be mended', async () => {
  await using desk = await openTicket({ table: 'problem' });
  await desk.move('resolve', { ...owner, resolution_code: 'risk_accepted', close_notes: 'Accepted.' });
  expect(await desk.read()).toMatchObject({ kind: 'done', wontFix: true });
});

it('says what a problem still lacks for being resolved, in the words of the instance', async () => {
  await using desk = await openTicket({ table: 'problem' });
  await expect(desk.move('resolve')).rejects.toMatchObject({
    kind: 'rejected',
    message: expect.stringContaining('The following fields are mandatory: Assigned to'),
  });
});

it("keeps the base system's members that the config does not name", async () => {
  await using desk = await openTicket({
    table: 'problem',
    resolve: { resolution_code: 'canceled', close_notes: 'Gone.' },
  });
  await desk.move('resolve', owner);
  expect(await stored(desk, 'problem')).toMatchObject({
    state: '106',
    resolution_code: 'canceled',
    close_notes: 'Gone.',
  });
});

it('names a table that the instance does not have', async () => {
  await expect(openTicket({ table: 'u_none' })).rejects.toThrow('no ticket');
});

describe('a table that does not extend task, and so has no correlation_id', () => {
  const plain = { u_plain: { columns: { short_description: {}, description: {} } } };
  const members = { ...noteless, table: 'u_plain' };

  it.each([
    ['with no record', {}, /^u_plain has no column correlation_id, which tables have that extend task/],
    ['with records', { records: { u_plain: [{ short_description: 'x' }] } }, /Is correlation_id a field of u_plain/],
  ])('%s is told by the check', async (_what, more, words) => {
    await using desk = await openDesk(members, { tables: plain, ...more });
    const steps = await checksOf(desk.servicenow);
    const step = steps.find(each => each.step === 'correlation_id');
    expect(step).toMatchObject({ ok: false, detail: expect.stringMatching(words) });
    expect(step?.hint).toContain('one that does not extend task needs the column');
  });

  it('is told by the first ticket', async () => {
    await using desk = await openDesk(members, { tables: plain });
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery?.status).toBe('created');
    expect(delivery?.warnings).toContainEqual({
      code: 'marker-lost',
      field: 'correlation_id',
      message: expect.stringMatching(/Does the table have it.*Without it this ticket is not found again/),
    });
  });

  it('makes no second ticket where the answer was lost', async () => {
    await using desk = await openDesk(members, { tables: plain });
    desk.instance.fault({ on: 'POST', effect: { kind: 'status', status: 502, commit: true } });
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery).toMatchObject({
      status: 'unknown',
      error: { kind: 'config', message: expect.stringContaining('Is correlation_id a field of u_plain') },
    });
    expect(desk.instance.transcript.filter(line => line.startsWith('POST'))).toHaveLength(1);
  });
});
