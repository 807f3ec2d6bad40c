import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from '../page/__fixtures__/words-of.ts';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { type ServiceNowSimulator, startServiceNow } from './start-servicenow.ts';

const auth = basic('integration_user', 'sandbox');

let servicenow: ServiceNowSimulator;
beforeEach(async () => {
  servicenow = await startServiceNow();
});
afterEach(() => servicenow.close());

const get = (path: string) => ask(servicenow.url, `GET /api/now/table/${path}`, { auth });

describe('how a record is shown', () => {
  const sysIds = { incident: '', group: '' };
  beforeEach(async () => {
    const body = { short_description: 'Disk full', assignment_group: 'Database', impact: '1' };
    await ask(servicenow.url, 'POST /api/now/table/incident?sysparm_input_display_value=true', { auth, body });
    sysIds.incident = servicenow.incidents()[0]?.sys_id ?? '';
    sysIds.group = servicenow.incidents()[0]?.assignment_group ?? '';
  });
  const fields = 'sysparm_fields=number,assignment_group,impact,assigned_to,nonsense';
  const link = (): string => `${servicenow.url}/api/now/table/sys_user_group/${sysIds.group}`;

  it('gives references as link and value, and only the columns asked for', async () => {
    const answer = await get(`incident/${sysIds.incident}?${fields}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      result: {
        number: 'INC0010001',
        assignment_group: { link: link(), value: sysIds.group },
        impact: '1',
        assigned_to: '',
      },
    });
    expect((await ask(link(), 'GET ', { auth })).body).toMatchObject({ result: { name: 'Database' } });
  });

  it('gives plain sys_ids with sysparm_exclude_reference_link', async () => {
    const answer = await get(`incident/${sysIds.incident}?${fields}&sysparm_exclude_reference_link=true`);
    expect(answer.body).toMatchObject({ result: { assignment_group: sysIds.group } });
  });

  it('gives display values', async () => {
    const answer = await get(`incident/${sysIds.incident}?${fields}&sysparm_display_value=true`);
    expect(answer.body).toEqual({
      result: {
        number: 'INC0010001',
        assignment_group: { display_value: 'Database', link: link() },
        impact: '1 - High',
        assigned_to: '',
      },
    });
  });

  it('gives both with sysparm_display_value=all', async () => {
    const answer = await get(`incident/${sysIds.incident}?${fields}&sysparm_display_value=all`);
    expect(answer.body).toEqual({
      result: {
        number: { display_value: 'INC0010001', value: 'INC0010001' },
        assignment_group: { display_value: 'Database', value: sysIds.group, link: link() },
        impact: { display_value: '1 - High', value: '1' },
        assigned_to: { display_value: '', value: '' },
      },
    });
  });
});

describe('querying', () => {
  beforeEach(async () => {
    const rows = [
      { short_description: 'Disk full', correlation_id: 'k1', impact: '1' },
      { short_description: 'Disk slow', correlation_id: 'k2', impact: '2' },
      { short_description: 'Network down', correlation_id: '', impact: '2' },
    ];
    for (const body of rows) await ask(servicenow.url, 'POST /api/now/table/incident', { auth, body });
  });

  const found = async (query: string, more = ''): Promise<string[]> => {
    const encoded = encodeURIComponent(query);
    const answer = await get(`incident?sysparm_query=${encoded}&sysparm_fields=short_description${more}`);
    return [...answer.text.matchAll(/"short_description":"([^"]*)"/g)].map(match => match[1] ?? '');
  };

  it.each([
    ['correlation_id=k1', ['Disk full']],
    ['correlation_id=K1', ['Disk full']],
    ['correlation_id=none', []],
    ['impact=2^short_descriptionLIKEslow', ['Disk slow']],
    ['correlation_idINk1,k2', ['Disk full', 'Disk slow']],
    ['short_descriptionLIKEisk', ['Disk full', 'Disk slow']],
    ['short_descriptionSTARTSWITHNet', ['Network down']],
    ['short_descriptionSTARTSWITHfull', []],
    ['short_descriptionENDSWITHdown', ['Network down']],
    ['short_descriptionENDSWITHNetwork', []],
    ['correlation_idISEMPTY', ['Network down']],
    ['correlation_idISNOTEMPTY', ['Disk full', 'Disk slow']],
    ['impact!=2', ['Disk full']],
    ['correlation_id=k1^ORcorrelation_id=k2^impact=2', ['Disk slow']],
    ['ORDERBYDESCshort_description', ['Network down', 'Disk slow', 'Disk full']],
    ['ORDERBYDESCimpact^ORDERBYDESCshort_description', ['Network down', 'Disk slow', 'Disk full']],
    ['impact=2^ORDERBYcorrelation_id', ['Network down', 'Disk slow']],
  ])('%s finds %j', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  it.each(['corelation_id=k1', 'correlation_id~k1', 'ORu_key=k1'])(
    'drops the clause %s that it cannot apply, and returns every row',
    async query => {
      expect(await found(query)).toHaveLength(3);
    },
  );

  it('keeps the other clauses when it drops one', async () => {
    expect(await found('corelation_id=k1^impact=1')).toEqual(['Disk full']);
  });

  it('pages with limit and offset and counts all rows', async () => {
    expect(await found('', '&sysparm_limit=2')).toEqual(['Disk full', 'Disk slow']);
    expect(await found('', '&sysparm_limit=2&sysparm_offset=2')).toEqual(['Network down']);
    const answer = await get('incident?sysparm_query=impact=2&sysparm_limit=1');
    expect(answer.headers.get('x-total-count')).toBe('2');
  });

  it('answers an empty list with 200', async () => {
    const answer = await get('incident?sysparm_query=correlation_id=none');
    expect(answer).toMatchObject({ status: 200, body: { result: [] } });
  });
});

describe('what a fresh instance knows', () => {
  it('has the groups and people of the sandbox', async () => {
    const groups = await get('sys_user_group?sysparm_fields=name');
    const names = ['DevOps Team', 'Network', 'Database', 'Service Desk'];
    expect(groups.body).toEqual({ result: names.map(name => ({ name })) });
    const caller = await get('sys_user?sysparm_query=email=rca.engine@company.com&sysparm_fields=name,user_name');
    expect(caller.body).toEqual({ result: [{ name: 'RCA Engine', user_name: 'rca.engine' }] });
    const beth = await get('sys_user?sysparm_query=name=Beth Anglin&sysparm_fields=email');
    expect(beth.body).toEqual({ result: [{ email: 'beth.anglin@example.com' }] });
    expect((await get('sys_user?sysparm_query=user_name=integration_user')).headers.get('x-total-count')).toBe('1');
  });
});

describe('what is not there', () => {
  it('refuses an unknown table', async () => {
    const answer = await get('incidents');
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error: { message: 'Invalid table incidents', detail: null }, status: 'failure' });
  });

  it.each(['GET /api/now/tables/incident', 'GET /', 'DELETE /api/now/table/incident'])('refuses %s', async line => {
    const answer = await ask(servicenow.url, line, { auth });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { message: 'Requested URI does not represent any resource' } });
  });
});

describe('the page a person sees', () => {
  it('shows the incident, escaped, without signing in', async () => {
    const body = { short_description: 'a < b', description: '<script>alert(1)</script>', impact: '1', urgency: '1' };
    await ask(servicenow.url, 'POST /api/now/table/incident', { auth, body });
    const sysId = servicenow.incidents()[0]?.sys_id;
    const answer = await ask(servicenow.url, `GET /nav_to.do?uri=incident.do?sys_id=${sysId}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(wordsOf(answer.text)).toContain('INC0010001 a < b');
    expect(wordsOf(answer.text)).toContain('Priority 1 - Critical');
    expect(wordsOf(answer.text)).toContain('<script>alert(1)</script>');
    expect(answer.text).not.toContain('<script>');
  });

  it('answers 404 for a link to nothing', async () => {
    expect((await ask(servicenow.url, 'GET /nav_to.do?uri=incident.do?sys_id=1')).status).toBe(404);
  });
});
