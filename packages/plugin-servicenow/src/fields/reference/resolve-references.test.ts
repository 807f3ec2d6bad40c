import { afterEach, describe, expect, it, vi } from 'vitest';
import { analysisOf } from '../../__tests__/analyses.ts';
import { openDesk, quick } from '../../__tests__/desk.ts';

afterEach(() => vi.useRealTimers());

/** Of names; what the instance says of choices, and of the journal of what it created, is another matter. */
const lookUps = (transcript: readonly string[]) =>
  transcript.filter(line => line.startsWith('GET') && !/(sys_dictionary|sys_choice|incident\/\w+) /.test(line));

it('finds the group by its name and the caller by e-mail', async () => {
  await using desk = await openDesk(quick);
  await desk.itsm.createTickets(analysisOf());
  const asked = desk.instance.requests
    .filter(({ path }) => /\/sys_user(_group)?$/.test(path))
    .map(({ query }) => query.sysparm_query);
  expect(asked).toEqual(['name=DevOps Team^active=true', 'email=rca.engine@company.com^active=true']);
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
        message: 'assignment_group: no active record of sys_user_group is named "Dev0ps Team"; it is left out.',
      },
      {
        code: 'unresolved-reference',
        field: 'caller_id',
        message: 'caller_id: no active record of sys_user is named "nobody@company.com"; it is left out.',
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
    expect.stringMatching(/^GET .*incident\/\w+ 200$/),
  ]);
});

it('marks the names in an offline preview, which opens no socket', async () => {
  await using desk = await openDesk();
  const [preview] = await desk.itsm.preview(analysisOf());
  expect(preview?.unresolved).toEqual(['assignment_group', 'caller_id', 'category']);
  expect(JSON.parse(preview?.request.body ?? '')).toMatchObject({ assignment_group: 'DevOps Team' });
  expect(desk.instance.requests).toEqual([]);
});

describe('any reference', () => {
  const cis = { cmdb_ci: [{ name: 'checkout-api' }, { name: 'twice' }, { name: 'twice' }] };

  it('is found by what people call it: a configuration item, a service, a location, a record of the table', async () => {
    const records = { ...cis, cmdb_ci_service: [{ name: 'Shop' }], cmn_location: [{ name: 'Berlin' }] };
    const defaults = { cmdb_ci: 'checkout-api', business_service: 'Shop', location: 'Berlin' };
    await using desk = await openDesk({ ...quick, defaults }, { records });
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery?.warnings).toEqual([]);
    const [incident] = desk.instance.incidents();
    for (const field of Object.keys(defaults)) expect(incident?.[field]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('of the instance itself is found in the table and by the columns that the config names', async () => {
    const columns = { incident: { u_owner: { type: 'reference', reference: 'sys_user' } } } as const;
    const references = { u_owner: { table: 'sys_user', by: ['user_name'] } };
    await using desk = await openDesk({ ...quick, defaults: { u_owner: 'beth.anglin' }, references }, { columns });
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery?.warnings).toEqual([]);
    expect(desk.instance.incidents()[0]?.u_owner).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is left out where several have the name: one of them by chance would be the wrong one', async () => {
    await using desk = await openDesk({ ...quick, defaults: { cmdb_ci: 'twice' } }, { records: cis });
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery?.warnings.map(({ message }) => message)).toEqual([
      'cmdb_ci: several records of cmdb_ci have the name "twice"; it is left out.',
    ]);
    expect(desk.instance.incidents()[0]?.cmdb_ci).toBe('');
  });

  it('is not given to who has left', async () => {
    const records = { sys_user: [{ name: 'Ann', user_name: 'ann', email: 'ann@company.com', active: 'false' }] };
    await using desk = await openDesk({ ...quick, defaults: { caller_id: 'ann@company.com' } }, { records });
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery?.warnings.map(({ message }) => message)).toEqual([
      'caller_id: no active record of sys_user is named "ann@company.com"; it is left out.',
    ]);
  });
});

describe('without a record for the name', () => {
  const members = (reference: object) => ({
    ...quick,
    defaults: { assignment_group: 'Dev0ps Team' },
    references: { assignment_group: reference },
  });

  it('the fallback of the config stands in, and the delivery says so', async () => {
    await using desk = await openDesk(members({ fallback: 'Service Desk' }));
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery?.warnings.map(({ message }) => message)).toEqual([
      'assignment_group: no active record of sys_user_group is named "Dev0ps Team"; the fallback "Service Desk" is used.',
    ]);
    expect(desk.instance.incidents()[0]?.assignment_group).toMatch(/^[0-9a-f]{32}$/);
  });

  it('both names are told where nobody has the fallback either', async () => {
    await using desk = await openDesk(members({ fallback: 'Nobody' }));
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery?.warnings[0]?.message).toMatch(/"Dev0ps Team", and no active .* "Nobody"; it is left out\.$/);
  });

  it('the delivery fails before anything is sent where the config says that it must not be missing', async () => {
    await using desk = await openDesk(members({ missing: 'fail' }));
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery).toMatchObject({
      status: 'failed',
      error: {
        kind: 'mapping',
        message:
          'assignment_group: no active record of sys_user_group is named "Dev0ps Team"; references.assignment_group.missing is fail.',
      },
    });
    expect(desk.created()).toEqual([]);
  });

  it('a field that the base system does not have asks for its table', async () => {
    await expect(openDesk({ ...quick, references: { u_owner: {} } })).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringContaining(
        'servicenow.references.u_owner.table: is missing; u_owner is no reference field',
      ),
    });
  });
});

it('looks a name up again after ten minutes: the group may be another one by then', async () => {
  await using desk = await openDesk({ ...quick, defaults: { assignment_group: 'DevOps Team' } });
  await desk.itsm.createTickets(analysisOf({ id: 'a' }));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 599_000 });
  await desk.itsm.createTickets(analysisOf({ id: 'b' }));
  expect(lookUps(desk.instance.transcript)).toHaveLength(1);
  vi.setSystemTime(Date.now() + 2_000);
  await desk.itsm.createTickets(analysisOf({ id: 'c' }));
  expect(lookUps(desk.instance.transcript)).toHaveLength(2);
});
