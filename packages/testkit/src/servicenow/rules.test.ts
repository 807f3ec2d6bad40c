import { describe, expect, it } from 'vitest';
import { openInstance } from './__fixtures__/open-instance.ts';

describe('business rules', () => {
  it('abort a write with their name, and nothing is stored', async () => {
    const rule = {
      table: 'task',
      name: 'Freeze',
      when: 'update',
      abort: (row: Readonly<Record<string, string>>, before?: Readonly<Record<string, string>>) =>
        row.impact === '1' && before?.impact !== '1',
    } as const;
    await using desk = await openInstance({ rules: [rule] });
    const path = await desk.incident();
    const answer = await desk.send(`PATCH ${path}`, { impact: '1', work_notes: 'x' });
    expect(answer.status).toBe(403);
    expect(answer.text).toMatch(
      /"Operation against file 'incident' was aborted by Business Rule 'Freeze\^[0-9a-f]{32}'\. Business Rule Stack:Freeze"/,
    );
    expect(desk.instance.incidents()).toMatchObject([{ impact: '3', sys_mod_count: '0' }]);
    expect(desk.instance.journal(path.slice(-32))).toEqual([]);
    expect((await desk.send('POST incident', { impact: '1' })).status).toBe(201);
  });

  it('change what was stored, and tell nobody', async () => {
    const change = (row: Readonly<Record<string, string>>) => ({ ...row, category: 'network' });
    await using desk = await openInstance({ rules: [{ table: 'incident', name: 'Sort', when: 'insert', change }] });
    const answer = await desk.send('POST incident', { category: 'software' });
    expect(answer).toMatchObject({ status: 201, body: { result: { category: 'network' } } });
    await desk.send(`PATCH incident/${desk.instance.incidents()[0]?.sys_id}`, { category: 'software' });
    expect(desk.instance.incidents()).toMatchObject([{ category: 'software' }]);
  });
});

const mandatory = (labels: string) => ({
  status: 403,
  body: { error: { detail: `Data Policy Exception: The following fields are mandatory: ${labels}` } },
});

describe('data policies', () => {
  it('want a reason for holding an incident, and a comment where it waits for the caller', async () => {
    await using desk = await openInstance();
    const path = await desk.incident();
    const hold = (body: object) => desk.send(`PATCH ${path}`, { state: '3', ...body });
    expect(await hold({})).toMatchObject(mandatory('On hold reason'));
    expect(await hold({ hold_reason: '1' })).toMatchObject(mandatory('Additional comments'));
    expect((await hold({ hold_reason: '1', comments: 'Which host?' })).status).toBe(200);
    expect((await hold({ impact: '1' })).status).toBe(200);
  });

  it.each<[string, object, string]>([
    ['problem', { state: '102' }, 'Assigned to'],
    ['problem', { state: '104', assigned_to: 'Beth Anglin' }, 'Cause notes, Fix notes'],
    ['problem', { state: '107', assigned_to: 'Beth Anglin' }, 'Resolution code'],
    ['problem', { state: '106', assigned_to: 'Beth Anglin', resolution_code: 'canceled' }, 'Close notes'],
    ['change_request', { state: '-4' }, 'Assignment group'],
    ['change_request', { state: '3', assignment_group: 'Network' }, 'Close code, Close notes'],
    ['sn_si_incident', { state: '3' }, 'Close code, Close notes'],
  ])('refuse a %s with %j', async (table, body, labels) => {
    await using desk = await openInstance();
    const answer = await desk.send(`POST ${table}?sysparm_input_display_value=true`, body);
    expect(answer).toMatchObject(mandatory(labels));
    await using lax = await openInstance({ basePolicies: false });
    expect((await lax.send(`POST ${table}`, body)).status).toBe(201);
  });

  it('are what the instance has, too, and name columns by their labels', async () => {
    await using desk = await openInstance({
      columns: { incident: { u_cause: { label: 'Cause of it all' } } },
      policies: [{ table: 'incident', when: ({ impact }) => impact === '1', mandatory: ['u_cause', 'caller_id'] }],
    });
    expect(await desk.send('POST incident', { impact: '1' })).toMatchObject(mandatory('Cause of it all, Caller'));
    expect((await desk.send('POST incident', {})).status).toBe(201);
  });
});

describe('priority', () => {
  it('is what the matrix of the instance says, and of the base system where it says nothing', async () => {
    await using desk = await openInstance({ priorityMatrix: { 1: { 2: '1' } } });
    await desk.incident({ impact: '1', urgency: '2' });
    await desk.incident({ impact: '1', urgency: '3' });
    expect(desk.instance.incidents()).toMatchObject([{ priority: '1' }, { priority: '3' }]);
  });

  it('is what was sent where the instance looks nothing up', async () => {
    await using desk = await openInstance({ priorityLookup: false });
    await desk.incident({ impact: '1', urgency: '1', priority: '4' });
    expect(desk.instance.incidents()).toMatchObject([{ priority: '4' }]);
  });
});
