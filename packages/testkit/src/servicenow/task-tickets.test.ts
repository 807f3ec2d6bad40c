import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from '../page/__fixtures__/words-of.ts';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { type ServiceNowSimulator, startServiceNow } from './start-servicenow.ts';

const auth = basic('integration_user', 'sandbox');
const columns = {
  u_job: { label: 'RCA job' },
  u_team: { choices: { a: 'Alpha' } },
  u_due: { type: 'glide_date_time' },
} as const;
let nowMs: number;
let instance: ServiceNowSimulator;

beforeEach(async () => {
  nowMs = Date.UTC(2026, 0, 31);
  instance = await startServiceNow({
    now: () => nowMs,
    tables: { u_rca: { label: 'Root cause', extends: 'task', columns } },
  });
});
afterEach(() => instance.close());

/** Stores a record, a second after the one before; its sys_id. */
async function store(table: string, body: object): Promise<string> {
  nowMs += 1_000;
  const answer = await ask(instance.url, `POST /api/now/table/${table}`, { auth, body });
  return (answer.body as { result: { sys_id: string } }).result.sys_id;
}
const factsOf = (id: string): Readonly<Record<string, string>> =>
  Object.fromEntries(instance.tickets.find(id)?.facts.map(({ label, value }) => [label, value]) ?? []);

/** What a person sees who follows a link to the record through this table. */
const follow = (table: string, id: string) => ask(instance.url, `GET /nav_to.do?uri=${table}.do%3Fsys_id%3D${id}`);

describe('the tickets of an instance', () => {
  it('are the records of every table of tasks, oldest first, each with the labels of its own table', async () => {
    for (const table of ['u_rca', 'problem', 'incident', 'sn_si_incident', 'task', 'change_request', 'incident'])
      await store(table, { short_description: 'Disk full' });
    await store('sys_user_group', { name: 'No task' });
    const seen = instance.tickets.list().map(({ number, type, status, priority }) => [number, type, status, priority]);
    expect(seen).toEqual([
      ['RCA0010001', 'Root cause', 'Open', '4 - Low'],
      ['PRB0010001', 'Problem', 'New', '5 - Planning'],
      ['INC0010001', 'Incident', 'New', '5 - Planning'],
      ['SIR0010001', 'Security Incident', 'Draft', '4 - Low'],
      ['TASK0010001', 'Task', 'Open', '4 - Low'],
      ['CHG0010001', 'Change Request', 'New', '4 - Low'],
      ['INC0010002', 'Incident', 'New', '5 - Planning'],
    ]);
  });

  it('say what was set, custom columns too, by label and by name of the choice', async () => {
    const body = { u_job: 'abc123', u_team: 'a', u_due: '2026-02-01 10:00:00', impact: '1', follow_up: '' };
    const facts = factsOf(await store('u_rca', body));
    expect(facts).toMatchObject({
      Table: 'Root cause (u_rca)',
      'RCA job': 'abc123',
      Team: 'Alpha',
      Due: '2026-02-01 10:00:00 UTC',
      Impact: '1 - High',
      'Assignment group': '',
      'Opened by': 'Integration User',
    });
    // Nobody set these, and nobody looks for them first.
    for (const label of ['Follow up', 'Knowledge', 'Escalation', 'Domain', 'Active'])
      expect(facts).not.toHaveProperty(label);
  });

  it('say how a problem was resolved, and when', async () => {
    const id = await store('problem', { assigned_to: await store('sys_user', { name: 'Ada' }) });
    const done = { state: '106', resolution_code: 'fix_applied', fix_notes: 'Raised', cause_notes: 'One\nTwo' };
    await ask(instance.url, `PATCH /api/now/table/problem/${id}`, { auth, body: done });
    expect(instance.tickets.find(id)?.status).toBe('Resolved');
    expect(factsOf(id)).toMatchObject({
      'Resolution code': 'Fix Applied',
      'Cause notes': 'One\nTwo',
      'Resolved at': '2026-01-31 00:00:02 UTC',
    });
  });

  it('do not hide a reference that leads nowhere', async () => {
    const item = await store('cmdb_ci', { name: 'payments-api' });
    const id = await store('incident', { cmdb_ci: item });
    expect(factsOf(id)['Configuration item']).toBe('payments-api');
    await ask(instance.url, `DELETE /api/now/table/cmdb_ci/${item}`, { auth });
    expect(factsOf(id)['Configuration item']).toBe(item);
  });

  it.each(['incident', 'problem', 'change_request', 'sn_si_incident', 'u_rca'])(
    'of %s have their notes, their files and a page of their own',
    async table => {
      const id = await store(table, { short_description: 'Disk full', work_notes: 'Found.', comments: 'Sorry.' });
      const about = `table_name=${table}&table_sys_id=${id}&file_name=report.md`;
      await ask(instance.url, `POST /api/now/attachment/file?${about}`, { auth, body: '# a', type: 'text/markdown' });
      const ticket = instance.tickets.find(id);
      expect(ticket?.entries.map(({ kind }) => kind).toSorted()).toEqual(['Comment', 'Work note']);
      expect(ticket?.files.map(({ name }) => name)).toEqual(['report.md']);
      const page = await (await fetch(ticket?.url ?? '')).text();
      for (const words of [`${ticket?.number} Disk full`, 'Found.', 'Sorry.', 'report.md'])
        expect(wordsOf(page)).toContain(words);
    },
  );

  it('are found through their own table and the one above it, and through no other', async () => {
    const id = await store('problem', {});
    expect((await follow('problem', id)).status).toBe(200);
    expect((await follow('task', id)).status).toBe(200);
    expect((await follow('incident', id)).status).toBe(404);
    expect((await follow('u_none', id)).status).toBe(404);
  });

  it('say so where they have no title', async () => {
    const id = await store('change_request', {});
    expect(wordsOf((await follow('change_request', id)).text)).toContain('CHG0010001 no title');
  });
});
