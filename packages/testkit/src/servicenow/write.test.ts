import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { type ServiceNowSimulator, startServiceNow } from './start-servicenow.ts';

const auth = basic('integration_user', 'sandbox');
const noon = Date.UTC(2026, 0, 31, 12, 0, 5);

let servicenow: ServiceNowSimulator;
beforeEach(async () => {
  servicenow = await startServiceNow({ now: () => noon, groups: ['Night Watch'] });
});
afterEach(() => servicenow.close());

const create = (body: unknown, query = '') =>
  ask(servicenow.url, `POST /api/now/table/incident${query}`, { auth, body });
const change = (sysId: string | undefined, body: unknown, method = 'PATCH') =>
  ask(servicenow.url, `${method} /api/now/table/incident/${sysId}`, { auth, body });
const idOf = async (table: string, name: string): Promise<string> => {
  const answer = await ask(servicenow.url, `GET /api/now/table/${table}?sysparm_query=name=${name}`, { auth });
  return /"sys_id":"([0-9a-f]{32})"/.exec(answer.text)?.[1] ?? '';
};

describe('creating an incident', () => {
  it('answers 201 with every column as a string and the way to it', async () => {
    const answer = await create({ short_description: 'Disk full', correlation_id: 'k1', category: 'RCA Analysis' });
    expect(answer.status).toBe(201);
    const [row] = servicenow.incidents();
    expect(row?.sys_id).toMatch(/^[0-9a-f]{32}$/);
    expect(answer.headers.get('location')).toBe(`${servicenow.url}/api/now/table/incident/${row?.sys_id}`);
    expect(answer.body).toMatchObject({
      result: {
        sys_id: row?.sys_id,
        number: 'INC0010001',
        short_description: 'Disk full',
        correlation_id: 'k1',
        category: 'RCA Analysis',
        state: '1',
        incident_state: '1',
        impact: '3',
        urgency: '3',
        priority: '5',
        active: 'true',
        assigned_to: '',
        close_notes: '',
        sys_created_on: '2026-01-31 12:00:05',
        sys_created_by: 'integration_user',
        sys_mod_count: '0',
        opened_by: { value: expect.stringMatching(/^[0-9a-f]{32}$/) },
      },
    });
    expect(Object.keys(row ?? {}).length).toBeGreaterThan(80);
  });

  it('numbers incidents upward and never recognises a repeat', async () => {
    await create({ correlation_id: 'k1' });
    await create({ correlation_id: 'k1' });
    await create({ correlation_id: 'K1' });
    expect(servicenow.incidents().map(row => row.number)).toEqual(['INC0010001', 'INC0010002', 'INC0010003']);
    expect(new Set(servicenow.incidents().map(row => row.sys_id)).size).toBe(3);
    expect(servicenow.countByKey('k1')).toBe(2);
  });

  it.each([
    ['1', '1', '1'],
    ['1', '2', '2'],
    ['2', '1', '2'],
    ['1', '3', '3'],
    ['2', '2', '3'],
    ['3', '1', '3'],
    ['2', '3', '4'],
    ['3', '2', '4'],
    ['3', '3', '5'],
  ])('computes from impact %s and urgency %s the priority %s, whatever was sent', async (impact, urgency, priority) => {
    await create({ impact, urgency, priority: '9' });
    expect(servicenow.incidents()[0]?.priority).toBe(priority);
  });

  it('cuts what the database would cut and drops unknown columns without a word', async () => {
    const answer = await create({
      short_description: 's'.repeat(200),
      correlation_id: 'c'.repeat(200),
      description: 'd'.repeat(9_000),
      u_no_such_column: 'x',
      constructor: 'y',
      sys_id: 'mine',
      number: 'INC1',
      impact: 2,
    });
    expect(answer.status).toBe(201);
    expect(servicenow.incidents()[0]).toMatchObject({
      short_description: 's'.repeat(160),
      correlation_id: 'c'.repeat(100),
      description: 'd'.repeat(9_000),
      number: 'INC0010001',
      impact: '2',
    });
    expect(answer.text).not.toMatch(/u_no_such_column|constructor|mine/);
  });

  it('takes sys_ids in references and leaves names empty, still with 201', async () => {
    const group = await idOf('sys_user_group', 'Network');
    await create({ assignment_group: group, caller_id: 'RCA Engine', cmdb_ci: 'server-1' });
    expect(servicenow.incidents()[0]).toMatchObject({ assignment_group: group, caller_id: '', cmdb_ci: '' });
    const answer = await create({ assignment_group: 'Network', cmdb_ci: group, contract: group });
    // Contracts are not simulated, so that any sys_id may be one.
    const kept = { assignment_group: '', cmdb_ci: '', contract: { value: group } };
    expect(answer.body).toMatchObject({ result: kept });
  });

  it('resolves names with sysparm_input_display_value, and leaves unknown ones empty', async () => {
    const body = {
      assignment_group: 'Night Watch',
      caller_id: 'Beth Anglin',
      assigned_to: 'beth.anglin@example.com',
      impact: '1 - High',
    };
    await create(body, '?sysparm_input_display_value=true');
    expect(servicenow.incidents()[0]).toMatchObject({
      assignment_group: await idOf('sys_user_group', 'Night Watch'),
      caller_id: await idOf('sys_user', 'Beth Anglin'),
      assigned_to: '',
      impact: '1',
    });
  });

  it('shows journals where display values are asked for, the newest entry first', async () => {
    await create({ work_notes: 'first' });
    const sysId = servicenow.incidents()[0]?.sys_id ?? '';
    await change(sysId, { work_notes: 'second', comments: 'hello' });
    const query = 'sysparm_fields=work_notes,comments&sysparm_display_value=';
    const shown = async (mode: string) =>
      (await ask(servicenow.url, `GET /api/now/table/incident/${sysId}?${query}${mode}`, { auth })).body;
    expect(await shown('false')).toEqual({ result: { work_notes: '', comments: '' } });
    const line = /^[-\d]+ [:\d]+ - Integration User \(Work notes\)\nsecond\n\n[-\d]+ [:\d]+ - .*\nfirst\n\n$/;
    expect(await shown('true')).toMatchObject({ result: { work_notes: expect.stringMatching(line) } });
    expect(await shown('all')).toMatchObject({
      result: { comments: { display_value: expect.stringContaining('(Additional comments)\nhello'), value: '' } },
    });
  });

  it('appends work notes and comments to the journal and reads them back empty', async () => {
    const answer = await create({ work_notes: 'found the cause', comments: 'hello' });
    expect(answer.body).toMatchObject({ result: { work_notes: '', comments: '' } });
    const sysId = servicenow.incidents()[0]?.sys_id ?? '';
    await change(sysId, { work_notes: 'found the cause' });
    await change(sysId, { work_notes: '' });
    expect(servicenow.journal(sysId)).toEqual([
      { element: 'work_notes', value: 'found the cause' },
      { element: 'comments', value: 'hello' },
      { element: 'work_notes', value: 'found the cause' },
    ]);
    const query = `sysparm_query=element_id=${sysId}^element=comments&sysparm_fields=name,value`;
    const journal = await ask(servicenow.url, `GET /api/now/table/sys_journal_field?${query}`, { auth });
    expect(journal.body).toEqual({ result: [{ name: 'incident', value: 'hello' }] });
  });

  it('uses only the first record of a list', async () => {
    await create([{ short_description: 'one' }, { short_description: 'two' }]);
    expect(servicenow.incidents().map(row => row.short_description)).toEqual(['one']);
  });

  it.each(['{"short_description":', '"text"', '[]'])('refuses the body %s', async body => {
    const answer = await create(body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      error: { message: 'Exception while reading request', detail: 'The payload is not valid JSON.' },
      status: 'failure',
    });
    expect(servicenow.incidents()).toEqual([]);
  });
});

describe('changing an incident', () => {
  it.each(['PATCH', 'PUT'])('%s moves only what was sent', async method => {
    await create({ short_description: 'before', description: 'stays', impact: '2' });
    const sysId = servicenow.incidents()[0]?.sys_id;
    const answer = await change(sysId, { short_description: 'after', urgency: '1', priority: '5' }, method);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      result: {
        number: 'INC0010001',
        short_description: 'after',
        description: 'stays',
        priority: '2',
        sys_mod_count: '1',
      },
    });
    expect(servicenow.incidents()).toHaveLength(1);
  });

  it('empties a column with "" and mirrors the state', async () => {
    await create({ description: 'x' });
    const sysId = servicenow.incidents()[0]?.sys_id;
    await change(sysId, { description: '', state: '2' });
    expect(servicenow.incidents()[0]).toMatchObject({ description: '', state: '2', incident_state: '2' });
    await change(sysId, { incident_state: '1' });
    expect(servicenow.incidents()[0]).toMatchObject({ state: '1', incident_state: '1' });
  });

  it.each(['PATCH', 'PUT', 'GET'])('%s of an unknown sys_id is 404 and makes nothing', async method => {
    const answer = await change('0'.repeat(32), method === 'GET' ? undefined : { state: '2' }, method);
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({
      error: { message: 'No Record found', detail: "Record doesn't exist or ACL restricts the record retrieval" },
      status: 'failure',
    });
    expect(servicenow.incidents()).toEqual([]);
  });
});
