import { type Audience, parseMarkdown, type TicketChange } from '@itsm-bridge/core';
import { type FaultEffect, servicenowFaults } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { type OpenTicket, openTicket } from '../__tests__/open-ticket.ts';

const note = (id: string, audience: Audience = 'internal'): TicketChange => ({
  id,
  kind: 'note',
  body: parseMarkdown('Pool is **empty** again.'),
  audience,
});
const on = 'GET /api/now/table/incident';
const answer = (result: object): FaultEffect => ({ kind: 'status', status: 200, body: { result } });
const writeAndLoseTheAnswer = async (desk: OpenTicket, change: TicketChange) => {
  desk.instance.fault({ on: 'PATCH', effect: { kind: 'drop', commit: true } });
  await expect(desk.update(change)).rejects.toMatchObject({ kind: 'outcome-unknown' });
  desk.instance.clearRequests();
};

describe('a note', () => {
  it.each<Audience>(['internal', 'customer'])('for %s readers is found where the answer to it was lost', async to => {
    await using desk = await openTicket();
    await writeAndLoseTheAnswer(desk, note('n1', to));
    expect(await desk.findChange(note('n1', to))).toBe('applied');
    expect(desk.instance.transcript).toEqual([`${on}/${desk.ticket.id} 200`]);
  });

  it.each<Audience>(['internal', 'customer'])('for %s readers is absent beside one of the same words', async to => {
    await using desk = await openTicket();
    expect(await desk.findChange(note('n1', to))).toBe('absent');
    await desk.update(note('n2', to));
    expect(await desk.findChange(note('n1', to))).toBe('absent');
    expect(await desk.findChange(note('n2', to))).toBe('applied');
  });

  it('is unsure where this user may not read the journals', async () => {
    const deniedFields = { 'incident.work_notes': ['read' as const], 'incident.comments': ['read' as const] };
    await using desk = await openTicket({}, { acl: { deniedFields } });
    expect(await desk.findChange(note('n1'))).toBe('unsure');
    await desk.update(note('n1'));
    expect(await desk.findChange(note('n1'))).toBe('unsure');
  });

  it('for customers is unsure where this user may read work notes, and no comments', async () => {
    await using desk = await openTicket({}, { acl: { deniedFields: { 'incident.comments': ['read'] } } });
    await desk.update(note('n1', 'customer'));
    expect(await desk.findChange(note('n1', 'customer'))).toBe('unsure');
    expect(await desk.findChange(note('n1'))).toBe('absent');
  });

  it('for customers is absent beside a comment, where this user may read no work notes', async () => {
    await using desk = await openTicket({}, { acl: { deniedFields: { 'incident.work_notes': ['read'] } } });
    expect(await desk.findChange(note('n1', 'customer'))).toBe('unsure');
    await desk.update(note('n2', 'customer'));
    expect(await desk.findChange(note('n1', 'customer'))).toBe('absent');
    expect(await desk.findChange(note('n2', 'customer'))).toBe('applied');
  });

  it('is unsure where the record is refused', async () => {
    await using desk = await openTicket();
    desk.instance.fault({ on, effect: servicenowFaults.aclRefusal('Update') });
    expect(await desk.findChange(note('n1'))).toBe('unsure');
  });

  it('is found by whoever may not read the table of the journal entries', async () => {
    await using desk = await openTicket({}, { journal: 'hidden' });
    await writeAndLoseTheAnswer(desk, note('n1'));
    expect(await desk.findChange(note('n1'))).toBe('applied');
  });

  it('is unsure where the record was created without a work note, so that nothing shows that the journal can be read', async () => {
    await using desk = await openTicket({ defaults: { work_notes: '' } });
    expect(await desk.findChange(note('n1'))).toBe('unsure');
  });

  it('is unsure where another record is answered', async () => {
    await using desk = await openTicket();
    await desk.update(note('n1'));
    const work_notes = desk.instance.journal(desk.ticket.id).at(-1)?.value;
    desk.instance.fault({ on, effect: answer({ sys_id: '0'.repeat(32), work_notes }) });
    expect(await desk.findChange(note('n1'))).toBe('unsure');
  });

  it('is not called absent where the look-up fails', async () => {
    await using desk = await openTicket();
    desk.instance.fault({ on, effect: { kind: 'status', status: 200, body: { result: 'x' } } });
    await expect(desk.findChange(note('n1'))).rejects.toMatchObject({ kind: 'unavailable' });
    desk.instance.fault({ on, effect: { kind: 'status', status: 401, body: {} } });
    await expect(desk.findChange(note('n1'))).rejects.toMatchObject({ kind: 'auth' });
  });
});

describe('a change of another kind', () => {
  it('of fields is absent: sent again it does no harm', async () => {
    await using desk = await openTicket();
    expect(await desk.findChange({ id: 'f', kind: 'fields', fields: { category: 'Network' } })).toBe('absent');
    expect(desk.instance.requests).toEqual([]);
  });

  it.each(['work_notes', 'comments'])(
    'of fields is unsure with %s among them, which would be there twice',
    async name => {
      await using desk = await openTicket();
      expect(await desk.findChange({ id: 'f', kind: 'fields', fields: { [name]: 'x' } })).toBe('unsure');
      expect(await desk.findChange({ id: 'r', kind: 'resolve', fields: { [name]: 'x' } })).toBe('unsure');
    },
  );

  it('that resolves or reopens is seen in the state', async () => {
    await using desk = await openTicket();
    const resolve = { id: 'r', kind: 'resolve', fields: {} } as const;
    const reopen = { id: 'o', kind: 'reopen', fields: {} } as const;
    expect([await desk.findChange(resolve), await desk.findChange(reopen)]).toEqual(['absent', 'applied']);
    await desk.move('resolve');
    expect([await desk.findChange(resolve), await desk.findChange(reopen)]).toEqual(['applied', 'absent']);
  });
});
