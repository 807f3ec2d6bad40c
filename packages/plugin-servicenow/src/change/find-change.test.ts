import { type Audience, parseMarkdown, type TicketChange, type Warning } from '@itsm-bridge/core';
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

const applied = (...warnings: readonly Warning[]) => ({ kind: 'applied', warnings });

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
    expect(await desk.findChange(resolve)).toBe('absent');
    await desk.move('resolve');
    expect([await desk.findChange(resolve), await desk.findChange(reopen)]).toEqual([applied(), 'absent']);
    await desk.move('reopen');
    expect([await desk.findChange(resolve), await desk.findChange(reopen)]).toEqual(['absent', applied()]);
  });
});

describe('a resolution whose answer was lost', () => {
  const resolve = (fields = {}) => ({ id: 'r', kind: 'resolve', fields }) as const;
  const deny = (right: 'read' | 'write', column: string) => ({ deniedFields: { [`incident.${column}`]: [right] } });

  it('tells of what an ACL dropped of it', async () => {
    await using desk = await openTicket({}, { acl: deny('write', 'close_notes'), basePolicies: false });
    await writeAndLoseTheAnswer(desk, resolve());
    const found = await desk.findChange(resolve());
    expect(found).toMatchObject({ kind: 'applied', warnings: [{ code: 'field-dropped', field: 'close_notes' }] });
  });

  it('is compared by ids, values and what yields a priority, as it was sent', async () => {
    await using desk = await openTicket();
    const change = resolve({ priority: '1 - Critical', assignment_group: 'Network', comments: 'Done.' });
    await writeAndLoseTheAnswer(desk, change);
    expect(await desk.findChange(change)).toEqual(applied());
    expect(desk.instance.incidents()[0]).toMatchObject({ state: '6', priority: '1', impact: '1' });
  });

  it('tells of a journal among its fields that shows no entry', async () => {
    await using desk = await openTicket({}, { acl: deny('write', 'comments') });
    const change = resolve({ comments: 'Done.' });
    await writeAndLoseTheAnswer(desk, change);
    const found = await desk.findChange(change);
    expect(found).toMatchObject({ kind: 'applied', warnings: [{ code: 'note-unseen', field: 'comments' }] });
  });

  it('is there as well where it cannot be compared', async () => {
    await using desk = await openTicket();
    await writeAndLoseTheAnswer(desk, resolve({ assignment_group: 'Network' }));
    desk.instance.fault({ on: 'GET /api/now/table/sys_user_group', effect: { kind: 'status', status: 503 } });
    const found = await desk.findChange(resolve({ assignment_group: 'Hardware' }));
    expect(found).toMatchObject({
      kind: 'applied',
      warnings: [{ code: 'not-read-back', message: expect.stringContaining(`What ${desk.ticket.key} holds`) }],
    });
  });
});
