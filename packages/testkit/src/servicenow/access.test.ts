import { describe, expect, it } from 'vitest';
import { openInstance } from './__fixtures__/open-instance.ts';

const refusal = (message: string, detail: string | null) => ({
  status: 403,
  body: { error: { message, detail }, status: 'failure' },
});
const exception = (act: string) =>
  refusal('Operation Failed', `ACL Exception ${act} Failed due to security constraints`);

describe('roles', () => {
  it('are found for who is signed in, over references', async () => {
    await using desk = await openInstance();
    expect(await desk.rows('sys_user_has_role', 'user=javascript:gs.getUserID()^state=active', 'role.name')).toEqual([
      { 'role.name': 'itil' },
      { 'role.name': 'rest_service' },
    ]);
    const query = 'user.user_name=integration_user^role.name=itil';
    expect(await desk.rows('sys_user_has_role', query, 'user.name,user.nonsense')).toEqual([
      { 'user.name': 'Integration User' },
    ]);
    expect(await desk.rows('sys_user_has_role', 'user.user_name=beth.anglin', 'role.name')).toEqual([]);
  });

  it('are those that the options grant', async () => {
    await using desk = await openInstance({ roles: ['snc_read_only'] });
    expect(await desk.rows('sys_user_has_role', '', 'role.name')).toEqual([{ 'role.name': 'snc_read_only' }]);
    expect(await desk.rows('sys_user_role', '', 'name')).toEqual([{ name: 'admin' }, { name: 'snc_read_only' }]);
  });

  it('follow references of an incident in queries, order and fields', async () => {
    await using desk = await openInstance();
    for (const caller_id of ['RCA Engine', 'Beth Anglin'])
      await desk.send('POST incident?sysparm_input_display_value=true', { caller_id });
    await desk.incident();
    expect(await desk.rows('incident', 'ORDERBYcaller_id.name', 'caller_id.email')).toEqual([
      { 'caller_id.email': '' },
      { 'caller_id.email': 'beth.anglin@example.com' },
      { 'caller_id.email': 'rca.engine@company.com' },
    ]);
    expect(await desk.rows('incident', 'caller_id.user_name=rca.engine', 'number')).toEqual([{ number: 'INC0010001' }]);
    expect(await desk.rows('incident', 'caller_id.no_such=x', 'number')).toHaveLength(3);
  });
});

describe('ACLs of a table', () => {
  it('hide its rows, or refuse to query it', async () => {
    await using hidden = await openInstance({ acl: { read: { incident: 'hidden' } } });
    const path = await hidden.incident();
    expect(await hidden.rows('incident', '', 'number')).toEqual([]);
    expect((await hidden.send(`GET ${path}`)).status).toBe(404);
    expect((await hidden.send(`PATCH ${path}`, { impact: '1' })).status).toBe(404);
    await using refused = await openInstance({ acl: { read: { incident: 'refused' } } });
    expect(await refused.send('GET incident')).toMatchObject(refusal('Insufficient rights to query records', null));
  });

  it('hide single rows after the limit was applied, so that a page comes back short', async () => {
    await using desk = await openInstance({ acl: { read: { incident: ({ impact }) => impact !== '1' } } });
    for (const impact of ['1', '2', '1', '3']) await desk.incident({ impact });
    const first = await desk.send('GET incident?sysparm_limit=2&sysparm_fields=number');
    expect(first.body).toEqual({ result: [{ number: 'INC0010002' }] });
    expect(first.headers.get('x-total-count')).toBe('4');
  });

  it('refuse each kind of write by its own name', async () => {
    await using desk = await openInstance({ acl: { denied: { incident: ['write', 'delete'], problem: ['create'] } } });
    const path = await desk.incident();
    expect(await desk.send(`PATCH ${path}`, { impact: '1' })).toMatchObject(exception('Update'));
    expect(await desk.send(`DELETE ${path}`)).toMatchObject(exception('Delete'));
    expect(await desk.send('POST problem', {})).toMatchObject(exception('Insert'));
    expect(desk.instance.incidents()).toMatchObject([{ impact: '3' }]);
  });

  it.each(['sys_dictionary', 'sys_choice', 'sys_user_has_role'])('let no integration write %s', async table => {
    await using desk = await openInstance();
    expect(await desk.send(`POST ${table}`, {})).toMatchObject(exception('Insert'));
  });
});

describe('ACLs of a field', () => {
  it('that is not read: it is in no answer, and a clause on it is dropped', async () => {
    await using desk = await openInstance({ acl: { deniedFields: { 'task.correlation_id': ['read'] } } });
    const made = await desk.send('POST incident', { correlation_id: 'k1' });
    await desk.incident({ correlation_id: 'k2' });
    expect(made.text).not.toContain('correlation_id');
    expect(await desk.rows('incident', 'correlation_id=k1', 'number,correlation_id')).toEqual([
      { number: 'INC0010001' },
      { number: 'INC0010002' },
    ]);
    expect(desk.instance.countByKey('k1')).toBe(1);
  });

  it('that is not written: the value is dropped without a word', async () => {
    await using desk = await openInstance({ acl: { deniedFields: { 'incident.assignment_group': ['write'] } } });
    const body = { assignment_group: 'Network', impact: '1' };
    expect((await desk.send('POST incident?sysparm_input_display_value=true', body)).status).toBe(201);
    expect(desk.instance.incidents()[0]).toMatchObject({ assignment_group: '', impact: '1' });
  });

  it('that is the only one sent: the update is abandoned, and is no error', async () => {
    await using desk = await openInstance({ acl: { deniedFields: { 'incident.impact': ['write'] } } });
    const path = await desk.incident();
    const answer = await desk.send(`PATCH ${path}`, { impact: '1' });
    expect(answer).toMatchObject({ status: 200, body: { result: { impact: '3', sys_mod_count: '0' } } });
    await desk.send(`PATCH ${path}`, { impact: '1', urgency: '1' });
    expect(desk.instance.incidents()[0]).toMatchObject({ impact: '3', urgency: '1', sys_mod_count: '1' });
  });
});
