import { afterEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import type { ServiceNowOptions } from './options.ts';
import { type ServiceNowSimulator, startServiceNow } from './start-servicenow.ts';

const auth = basic('integration_user', 'sandbox');

let instance: ServiceNowSimulator;
const start = async (options: ServiceNowOptions = {}) => {
  instance = await startServiceNow(options);
};
afterEach(() => instance.close());

const rows = async (table: string, query: string, fields: string) => {
  const line = `GET /api/now/table/${table}?sysparm_query=${encodeURIComponent(query)}&sysparm_fields=${fields}`;
  return ((await ask(instance.url, line, { auth })).body as { result: object[] }).result;
};
const create = async (table: string, body: object, query = '') =>
  ((await ask(instance.url, `POST /api/now/table/${table}${query}`, { auth, body })).body as { result: object }).result;
const labels = async (table: string, element: string) =>
  (await rows('sys_choice', `name=${table}^element=${element}`, 'value,label')).map(row =>
    Object.values(row).join(' '),
  );

describe('the tables of an instance', () => {
  it('say which table they extend', async () => {
    await start();
    const parent = 'sysparm_display_value=true&sysparm_exclude_reference_link=true';
    const line = `GET /api/now/table/sys_db_object?sysparm_query=nameINtask,sn_si_incident&sysparm_fields=name,label,super_class&${parent}`;
    expect((await ask(instance.url, line, { auth })).body).toEqual({
      result: [
        { name: 'task', label: 'Task', super_class: '' },
        { name: 'sn_si_incident', label: 'Security Incident', super_class: 'Task' },
      ],
    });
  });

  it('declare an inherited column under the table that has it first', async () => {
    await start();
    const fields = 'name,column_label,internal_type,reference,max_length,choice,read_only,mandatory,default_value';
    expect(await rows('sys_dictionary', 'nameINincident,task^element=assignment_group', fields)).toEqual([
      {
        name: 'task',
        column_label: 'Assignment group',
        internal_type: 'reference',
        reference: 'sys_user_group',
        max_length: '32',
        choice: '0',
        read_only: 'false',
        mandatory: 'false',
        default_value: '',
      },
    ]);
    expect(
      await rows('sys_dictionary', 'name=task^elementINstate,work_notes,due_date', 'element,internal_type'),
    ).toEqual([
      { element: 'due_date', internal_type: 'glide_date_time' },
      { element: 'work_notes', internal_type: 'journal_input' },
      { element: 'state', internal_type: 'integer' },
    ]);
  });

  it('have choices of their own, or those of the table above', async () => {
    await start();
    expect(await labels('incident', 'hold_reason')).toContain('4 Awaiting Vendor');
    expect(await labels('task', 'impact')).toEqual(['1 1 - High', '2 2 - Medium', '3 3 - Low']);
    expect(await labels('incident', 'impact')).toEqual([]);
    expect(await labels('incident', 'category')).toContain('RCA Analysis RCA Analysis');
    expect(await labels('incident', 'close_code')).toContain('Solution provided Solution provided');
    expect(await rows('sys_choice', 'name=incident^element=subcategory^value=email', 'dependent_value')).toEqual([
      { dependent_value: 'inquiry' },
      { dependent_value: 'software' },
    ]);
  });

  it('say which column the choices of another depend on', async () => {
    const u_site = { dependsOn: 'category', choicesBy: { network: { core: 'Core' }, database: { dc1: 'First' } } };
    await start({ columns: { incident: { u_site } } });
    const dependent = (element: string) =>
      rows('sys_dictionary', `name=incident^element=${element}`, 'dependent,dependent_on_field,choice');
    const onCategory = [{ dependent: 'category', dependent_on_field: 'category', choice: '1' }];
    expect(await dependent('subcategory')).toEqual(onCategory);
    expect(await dependent('u_site')).toEqual(onCategory);
    expect(await dependent('category')).toEqual([{ dependent: '', dependent_on_field: '', choice: '1' }]);
    expect(await rows('sys_choice', 'name=incident^element=u_site', 'value,dependent_value')).toEqual([
      { value: 'core', dependent_value: 'network' },
      { value: 'dc1', dependent_value: 'database' },
    ]);
  });

  it.each([
    ['problem', ['101 New', '104 Fix in Progress', '107 Closed']],
    ['change_request', ['-5 New', '0 Review', '4 Canceled']],
    ['sn_si_incident', ['10 Draft', '19 Eradicate', '100 Review']],
  ])('give %s its own states', async (table, expected) => {
    await start();
    expect(await labels(table, 'state')).toEqual(expect.arrayContaining(expected));
  });
});

describe('records of a table that extends another', () => {
  it.each([
    ['problem', { number: 'PRB0010001', state: '101', problem_state: '101', priority: '3' }, '107'],
    ['change_request', { number: 'CHG0010001', state: '-5', type: 'normal', priority: '2' }, '3'],
    ['sn_si_incident', { number: 'SIR0010001', state: '10', priority: '2' }, '3'],
    ['task', { number: 'TASK0010001', state: '1', priority: '2' }, '3'],
  ])('%s: has a number, a first state, and an end', async (table, expected, closed) => {
    await start({ basePolicies: false });
    const made = await create(table, { impact: '1', urgency: '3', priority: '2' });
    expect(made).toMatchObject({ ...expected, sys_class_name: table, active: 'true' });
    const line = `PATCH /api/now/table/${table}/${(made as { sys_id: string }).sys_id}`;
    const answer = await ask(instance.url, line, { auth, body: { state: closed } });
    expect(answer.body).toMatchObject({ result: { state: closed, active: 'false' } });
    expect(answer.body).not.toMatchObject({ result: { closed_at: '' } });
  });

  it('are found among those of the table above, with its columns alone, and stay what they are', async () => {
    await start();
    const { sys_id } = (await create('incident', { correlation_id: 'k1', severity: '1' })) as { sys_id: string };
    await create('problem', { correlation_id: 'k1' });
    expect(await rows('task', 'correlation_id=k1', 'number,severity,sys_class_name')).toEqual([
      { number: 'INC0010001', sys_class_name: 'incident' },
      { number: 'PRB0010001', sys_class_name: 'problem' },
    ]);
    await ask(instance.url, `PATCH /api/now/table/task/${sys_id}`, { auth, body: { state: '2' } });
    expect(instance.incidents()).toMatchObject([{ state: '2', incident_state: '2', severity: '1' }]);
    expect(await create('problem', { parent: sys_id })).toMatchObject({ parent: { value: sys_id } });
  });
});

describe('what an administrator adds', () => {
  it('columns of every type take what their type takes', async () => {
    await start({
      columns: {
        incident: {
          u_rca_job_id: { maxLength: 6 },
          u_tier: { choices: { gold: 'Gold tier' } },
          u_owner: { reference: 'sys_user' },
          u_due: { type: 'glide_date_time' },
          u_auto: { type: 'boolean' },
          u_locked: { readOnly: true, mandatory: true, label: 'Locked by us' },
        },
      },
    });
    const body = {
      u_rca_job_id: 'abc-123',
      u_tier: 'Gold tier',
      u_owner: 'Beth Anglin',
      u_due: 'tomorrow',
      u_auto: true,
      u_locked: 'x',
    };
    await create('incident', body, '?sysparm_input_display_value=true');
    const kept = { u_rca_job_id: 'abc-12', u_tier: 'gold', u_due: '', u_auto: 'true', u_locked: '' };
    expect(instance.incidents()[0]).toMatchObject({ ...kept, u_owner: expect.stringMatching(/^[0-9a-f]{32}$/) });
    const fields = 'column_label,internal_type,max_length,read_only,mandatory,choice';
    expect(await rows('sys_dictionary', 'name=incident^elementINu_tier,u_locked', fields)).toMatchObject([
      { column_label: 'Tier', internal_type: 'choice', max_length: '255', read_only: 'false', choice: '1' },
      { column_label: 'Locked by us', internal_type: 'string', read_only: 'true', mandatory: 'true', choice: '0' },
    ]);
    expect(await labels('incident', 'u_tier')).toEqual(['gold Gold tier']);
  });

  it('a table that extends task is a task, and one that does not stands alone', async () => {
    await start({
      tables: {
        u_rca: { label: 'RCA', extends: 'task', columns: { u_cause: {} } },
        u_team: { columns: { u_name: {} } },
      },
      records: { u_team: [{ u_name: 'Reds' }] },
      columns: { u_rca: { u_team: { reference: 'u_team' } } },
    });
    const body = { u_cause: 'pool', u_team: 'Reds', short_description: 'Disk full' };
    expect(await create('u_rca', body, '?sysparm_input_display_value=true&sysparm_display_value=true')).toMatchObject({
      number: 'RCA0010001',
      sys_class_name: 'RCA',
      u_cause: 'pool',
      u_team: { display_value: 'Reds' },
    });
    expect(await rows('task', 'short_description=Disk full', 'number')).toHaveLength(1);
    expect(await rows('sys_dictionary', 'name=u_rca', 'element')).toEqual([
      { element: 'u_cause' },
      { element: 'u_team' },
    ]);
  });

  it('records are there from the start, and references find them by name or sys_id', async () => {
    const sys_id = 'c'.repeat(32);
    await start({
      records: {
        cmdb_ci: [{ sys_id, name: 'payments-db', support_group: 'Database' }],
        cmdb_ci_service: [{ name: 'Checkout' }],
      },
    });
    const body = { cmdb_ci: 'payments-db', business_service: 'Checkout' };
    const shown = '?sysparm_input_display_value=true&sysparm_display_value=all';
    expect(await create('incident', body, shown)).toMatchObject({
      cmdb_ci: { display_value: 'payments-db', value: sys_id },
      business_service: { display_value: 'Checkout' },
    });
    expect(await create('incident', { cmdb_ci: sys_id })).toMatchObject({ cmdb_ci: { value: sys_id } });
    const byName = await create('incident', { cmdb_ci: 'Checkout' }, shown);
    expect(byName).toMatchObject({ cmdb_ci: { display_value: 'Checkout' } });
  });

  it('choices replace those of the base system, and of the table above', async () => {
    const network = { 'incident.category': { net: 'Netzwerk' }, 'incident.impact': { 1: 'Hoch' } };
    await start({ choices: network, closeCodes: ['Solved'] });
    expect(await labels('incident', 'category')).toEqual(['net Netzwerk']);
    expect(await labels('incident', 'impact')).toEqual(['1 Hoch']);
    expect(await labels('incident', 'close_code')).toEqual(['Solved Solved']);
    const body = { category: 'RCA Analysis', impact: 'Hoch' };
    const made = await create('incident', body, '?sysparm_input_display_value=true');
    expect(made).toMatchObject({ category: 'RCA Analysis', impact: '1', priority: '3' });
  });

  it('refuses options that speak of what is not there', async () => {
    await start();
    await expect(startServiceNow({ columns: { u_none: { u_x: {} } } })).rejects.toThrow('u_none');
    await expect(startServiceNow({ choices: { 'incident.u_x': {} } })).rejects.toThrow('incident.u_x');
    await expect(startServiceNow({ tables: { u_x: { extends: 'u_none' } } })).rejects.toThrow('u_none');
    await expect(startServiceNow({ records: { cmdb_ci: [{ nmae: 'x' }] } })).rejects.toThrow('cmdb_ci.nmae');
  });
});
