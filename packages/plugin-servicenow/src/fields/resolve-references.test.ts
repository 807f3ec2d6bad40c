import { describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { openDesk, quick } from '../__tests__/desk.ts';

const lookUps = (transcript: readonly string[]) => transcript.filter(line => line.startsWith('GET'));

it('finds the group by its name and the caller by e-mail', async () => {
  await using desk = await openDesk(quick);
  await desk.itsm.createTickets(analysisOf());
  const asked = desk.instance.requests.filter(({ method }) => method === 'GET').map(({ query }) => query.sysparm_query);
  expect(asked).toEqual(['name=DevOps Team', 'email=rca.engine@company.com']);
  const { assignment_group, caller_id } = desk.instance.incidents()[0] ?? {};
  expect([assignment_group, caller_id]).not.toContain('');
});

it('finds a caller by user name where nobody has that e-mail address', async () => {
  await using desk = await openDesk({ ...quick, defaults: { caller_id: 'beth.anglin' } });
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(desk.instance.incidents()[0]?.caller_id).toMatch(/^[0-9a-f]{32}$/);
  expect(delivery?.warnings).toEqual([]);
});

it('asks once for many tickets, also when they are made side by side', async () => {
  await using desk = await openDesk(quick);
  await Promise.all(['a', 'b', 'c'].map(id => desk.itsm.createTickets(analysisOf({ id }))));
  await desk.itsm.createTickets(analysisOf({ id: 'd' }));
  expect(desk.instance.incidents()).toHaveLength(4);
  expect(lookUps(desk.instance.transcript)).toHaveLength(2);
});

it('sends a sys_id as it is', async () => {
  const assignment_group = '0123456789abcdef0123456789abcdef';
  await using desk = await openDesk({ ...quick, defaults: { assignment_group } });
  await desk.itsm.createTickets(analysisOf());
  expect(desk.created()[0]?.json).toMatchObject({ assignment_group });
  expect(lookUps(desk.instance.transcript)).toEqual([]);
});

describe('a name that nobody has', () => {
  it('is left out with a warning each, and the ticket is created', async () => {
    await using desk = await openDesk({
      ...quick,
      defaults: { assignment_group: 'Dev0ps Team', caller_id: 'nobody@company.com' },
    });
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery?.status).toBe('created');
    expect(delivery?.warnings).toEqual([
      {
        code: 'unresolved-reference',
        field: 'assignment_group',
        message: 'assignment_group: no record of sys_user_group is named "Dev0ps Team"; it is left out.',
      },
      {
        code: 'unresolved-reference',
        field: 'caller_id',
        message: 'caller_id: no record of sys_user is named "nobody@company.com"; it is left out.',
      },
    ]);
    expect(desk.created()[0]?.json).not.toHaveProperty('assignment_group');
    expect(desk.created()[0]?.json).not.toHaveProperty('caller_id');
  });

  it('is asked for again by the next ticket: it may have been made meanwhile', async () => {
    await using desk = await openDesk({ ...quick, defaults: { assignment_group: 'Dev0ps Team' } });
    await desk.itsm.createTickets(analysisOf({ id: 'a' }));
    await desk.itsm.createTickets(analysisOf({ id: 'b' }));
    expect(lookUps(desk.instance.transcript)).toHaveLength(2);
  });
});

it.each([
  ['ends its clause', 'x^ORname=Network'],
  ['would be run', 'javascript:gs.getUserID()'],
  ['would be run after a space', ' JavaScript:gs.getUserID()'],
])('never puts a name into a query that %s', async (_what, name) => {
  await using desk = await openDesk({ ...quick, defaults: { assignment_group: name } });
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(lookUps(desk.instance.transcript)).toEqual([]);
  expect(desk.instance.incidents()[0]?.assignment_group).toBe('');
  expect(delivery?.warnings.map(({ field }) => field)).toEqual(['assignment_group']);
});

it('takes no stranger from an instance that ignores the clause', async () => {
  await using desk = await openDesk({ ...quick, defaults: { assignment_group: 'DevOps Team' } });
  desk.instance.fault({
    on: 'GET /api/now/table/sys_user_group',
    effect: { kind: 'status', status: 200, body: { result: [{ sys_id: 'f'.repeat(32), name: 'Service Desk' }] } },
  });
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(desk.created()[0]?.json).not.toHaveProperty('assignment_group');
  expect(delivery?.warnings).toHaveLength(1);
});

it('creates the ticket without its group where this user may not read groups', async () => {
  await using desk = await openDesk({ ...quick, defaults: { assignment_group: 'DevOps Team' } });
  const body = { error: { message: 'Insufficient rights to query records', detail: null }, status: 'failure' };
  desk.instance.fault({ on: 'GET /api/now/table/sys_user_group', effect: { kind: 'status', status: 403, body } });
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(delivery?.status).toBe('created');
  expect(delivery?.warnings.map(({ message }) => message)).toEqual([
    'assignment_group: "DevOps Team" cannot be looked up in sys_user_group (Insufficient rights to query records); it is left out.',
  ]);
});

it('tries again where the look-up failed, before anything is sent', async () => {
  await using desk = await openDesk({ ...quick, defaults: { assignment_group: 'DevOps Team' } });
  desk.instance.fault({ on: 'GET /api/now/table/sys_user_group', effect: { kind: 'drop', commit: false } });
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(delivery).toMatchObject({ status: 'created', attempts: 1, warnings: [] });
  expect(desk.instance.transcript).toEqual([
    'GET /api/now/table/sys_user_group dropped',
    'GET /api/now/table/sys_user_group 200',
    'POST /api/now/table/incident 201',
  ]);
});

it('marks the names in an offline preview, which opens no socket', async () => {
  await using desk = await openDesk();
  const [preview] = await desk.itsm.preview(analysisOf());
  expect(preview?.unresolved).toEqual(['assignment_group', 'caller_id']);
  expect(JSON.parse(preview?.request.body ?? '')).toMatchObject({ assignment_group: 'DevOps Team' });
  expect(desk.instance.requests).toEqual([]);
});
