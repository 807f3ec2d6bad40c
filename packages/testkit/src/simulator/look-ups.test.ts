import { describe, expect, it } from 'vitest';
import { startJira } from '../jira/start-jira.ts';
import { startServiceNow } from '../servicenow/start-servicenow.ts';
import { ask, basic } from './__fixtures__/ask.ts';

const undone = { kind: 'half-body', commit: false } as const;

describe('look-ups by key', () => {
  const auth = basic('integration_user', 'sandbox');
  const table = '/api/now/table/incident';
  const open = async () => {
    const servicenow = await startServiceNow();
    const send = (line: string, body?: object) => ask(servicenow.url, line, { auth, body });
    const found = async (query: string): Promise<string[]> => {
      const { text } = await send(`GET ${table}?sysparm_query=${query}&sysparm_fields=number`);
      return [...text.matchAll(/INC\d+/g)].map(([number]) => number.slice(-1));
    };
    for (const key of ['itsm-a', 'itsm-b', 'itsm-a', 'ITSM-A'])
      await send(`POST ${table}`, { short_description: 'Disk', correlation_id: key });
    const [first] = servicenow.incidents();
    return { servicenow, send, found, change: `PATCH ${table}/${first?.sys_id}` };
  };

  it.each([
    ['correlation_id=itsm-a', ['1', '3', '4']],
    ['short_description=disk^correlation_id=itsm-b', ['2']],
    ['correlation_id=itsm-b^ORcorrelation_id=itsm-a', ['1', '2', '3', '4']],
    ['correlation_id=itsm-a^ORnumber=INC0010002', ['1', '2', '3', '4']],
    ['correlation_id=itsm-a^number=INC0010003', ['3']],
    ['correlation_idSTARTSWITHitsm-b', ['2']],
    ['correlation_id=none', []],
    ['correlation_idd=itsm-b', ['1', '2', '3', '4']],
  ])('finds in ServiceNow by %s', async (query, expected) => {
    const { servicenow, found } = await open();
    await using _ = servicenow;
    expect(await found(query)).toEqual(expected);
  });

  it('follow a changed correlation_id, and a change that is taken back leaves them alone', async () => {
    const { servicenow, send, found, change } = await open();
    await using _ = servicenow;
    servicenow.fault({ on: 'PATCH', effect: undone });
    await expect(send(change, { correlation_id: 'itsm-c' })).rejects.toThrow();
    expect(await found('correlation_id=itsm-c')).toEqual([]);
    expect((await found('correlation_id=itsm-a')).toSorted()).toEqual(['1', '3', '4']);
    await send(change, { correlation_id: 'itsm-c' });
    expect(await found('correlation_id=itsm-c')).toEqual(['1']);
    expect(await found('correlation_id=itsm-a')).toEqual(['3', '4']);
    expect(servicenow.countByKey('itsm-a')).toBe(1);
    expect(servicenow.countByKey('itsm-c')).toBe(1);
  });

  it('take back a work note, and the incident keeps those it had', async () => {
    const { servicenow, send, change } = await open();
    await using _ = servicenow;
    await send(change, { work_notes: 'first' });
    servicenow.fault({ effect: undone });
    await expect(send(change, { work_notes: 'second' })).rejects.toThrow();
    expect(servicenow.journal(change.slice(-32))).toEqual([{ element: 'work_notes', value: 'first' }]);
  });
});

describe('searches by label', () => {
  const auth = basic('integration@company.com', 'sandbox');

  it('follow changed labels, and a change that is taken back leaves them and the comments alone', async () => {
    await using jira = await startJira();
    const send = (line: string, body: object) => ask(jira.url, line, { auth, body });
    const found = async (jql: string): Promise<string[]> => {
      const { text } = await send('POST /rest/api/3/search/jql', { jql });
      return [...text.matchAll(/"id":"(\d+)"/g)].map(match => match[1] ?? '');
    };
    for (const labels of [['itsm-a', 'rca'], ['itsm-b', 'rca'], []]) {
      const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Disk full', labels };
      await send('POST /rest/api/2/issue', { fields });
    }
    const change = { update: { labels: [{ add: 'itsm-c' }, { remove: 'itsm-a' }], comment: [{ add: { body: 'x' } }] } };
    jira.fault({ on: 'PUT /rest/api/2/issue/OPS-1', effect: undone });
    // A 204 has no body to halve: the socket is dropped.
    await expect(send('PUT /rest/api/2/issue/OPS-1', change)).rejects.toThrow();
    expect(jira.issues()[0]).toMatchObject({ fields: { labels: ['itsm-a', 'rca'] }, comments: [] });
    expect(await found('labels = itsm-c')).toEqual([]);
    expect(await found('labels = itsm-a')).toEqual(['10001']);
    expect([jira.countByLabel('itsm-a'), jira.countByLabel('itsm-c')]).toEqual([1, 0]);
    expect(await found('labels in (itsm-a, rca)')).toEqual(['10002', '10001']);

    await send('PUT /rest/api/2/issue/OPS-1', change);
    expect(await found('labels = itsm-a')).toEqual([]);
    expect(await found('labels = itsm-c AND project = ops')).toEqual(['10001']);
    expect(await found('labels = rca AND labels = itsm-b')).toEqual(['10002']);
    expect(jira.issues()[0]?.comments).toMatchObject([{ id: '10001' }]);
    expect([jira.countByLabel('itsm-a'), jira.countByLabel('rca')]).toEqual([0, 2]);
  });
});

describe('tickets by key', () => {
  it('counts the incidents of each correlation_id, and leaves out those without one', async () => {
    await using servicenow = await startServiceNow();
    const auth = basic('integration_user', 'sandbox');
    for (const correlation_id of ['itsm-a', 'itsm-b', 'itsm-a', ''])
      await ask(servicenow.url, 'POST /api/now/table/incident', { auth, body: { correlation_id } });
    expect([...servicenow.ticketsByKey()]).toEqual([
      ['itsm-a', 2],
      ['itsm-b', 1],
    ]);
  });

  it('counts the issues of each itsm- label', async () => {
    await using jira = await startJira();
    const auth = basic('integration@company.com', 'sandbox');
    for (const labels of [['rca', 'itsm-a'], ['itsm-b'], ['itsm-a'], []]) {
      const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Disk full', labels };
      await ask(jira.url, 'POST /rest/api/3/issue', { auth, body: { fields } });
    }
    expect([...jira.ticketsByKey()]).toEqual([
      ['itsm-a', 2],
      ['itsm-b', 1],
    ]);
  });
});
