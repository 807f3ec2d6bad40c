import type { CheckStep } from '@itsm-bridge/core';
import { checksOf, type ServiceNowOptions, servicenowFaults } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { bare, type Desk, openDesk } from '../__tests__/desk.ts';

async function check(members: object = {}, options: ServiceNowOptions = {}, before?: (desk: Desk) => void) {
  await using desk = await openDesk({ ...bare, ...members }, options);
  before?.(desk);
  const steps = await checksOf(desk.servicenow);
  expect(desk.instance.requests.every(({ method }) => method === 'GET')).toBe(true);
  return { steps, failed: steps.filter(({ ok }) => !ok), url: desk.instance.url };
}
const one = { records: { incident: [{ number: 'INC1' }] } };

it('says of each thing that it is there, having written nothing', async () => {
  const { steps, url } = await check({}, one);
  expect(steps.map(({ step, ok, detail }) => `${ok ? 'ok' : 'FAILED'} ${step}: ${detail}`)).toEqual([
    `ok reach: ${url} answers.`,
    `ok sign in: ${url} lets integration_user in.`,
    'ok roles: This user has itil, rest_service.',
    'ok read incident: incident can be read.',
    'ok write incident: The dictionary has short_description, correlation_id, correlation_display, description, work_notes, state, none of them read-only. Not asked: ACLs of the table and its fields, business rules and data policies, as no write was tried; they show at the first record.',
    'ok correlation_id: A query for an id that no record has finds none.',
    'ok read notes: Notes can be read.',
    'ok read attachments: Attachments can be listed; whether a file may be added is seen with the first.',
    'ok resolve: incident has state Resolved, close_code Solution provided, close_notes.',
    'ok reopen: incident has state In Progress.',
  ]);
});

describe('what is missing makes its own step fail, with what to do', () => {
  it.each<[string, object, ServiceNowOptions, Partial<CheckStep>]>([
    [
      'a role',
      {},
      { roles: ['rest_service'] },
      {
        step: 'roles',
        detail: 'This user has rest_service, and lacks itil or sn_incident_write, which incident asks for.',
      },
    ],
    [
      'a column that can be written',
      {},
      { columns: { incident: { short_description: { readOnly: true } } } },
      { step: 'write incident', detail: 'Of incident short_description is read-only.' },
    ],
    [
      'the correlation id',
      {},
      { ...one, acl: { deniedFields: { 'task.correlation_id': ['read'] } } },
      { step: 'correlation_id', detail: expect.stringContaining('the instance ignores the clause') },
    ],
    [
      'the journal',
      {},
      { ...one, acl: { deniedFields: { 'incident.work_notes': ['read'] } } },
      { step: 'read notes', detail: 'This user may not read work_notes of incident.' },
    ],
    [
      'a close code',
      {},
      { closeCodes: ['Solved'] },
      { step: 'resolve', detail: 'close_code: "Solution provided" is no choice; there is Solved.' },
    ],
    [
      'a state to reopen into',
      { reopen: { state: '17' } },
      {},
      {
        step: 'reopen',
        detail:
          'state: "17" is no choice; there is 1 (New), 2 (In Progress), 3 (On Hold), 6 (Resolved), 7 (Closed), 8 (Canceled).',
      },
    ],
    [
      'a field of a resolved record',
      { resolve: { u_cause: 'pool' } },
      {},
      { step: 'resolve', detail: 'u_cause: incident has no such field.' },
    ],
  ])('%s', async (_what, members, options, expected) => {
    const { failed } = await check(members, options);
    expect(failed).toEqual([{ ok: false, hint: expect.any(String), ...expected }]);
  });

  it('an instance that ignores clauses', async () => {
    const { failed } = await check({}, one, ({ instance }) =>
      instance.fault({ on: 'GET /api/now/table/incident', times: 9, effect: servicenowFaults.droppedQuery() }),
    );
    expect(failed.map(({ step }) => step)).toEqual(['correlation_id']);
  });

  it('an instance that finds nothing where a clause names what this user may not read', async () => {
    const acl = { deniedFields: { 'task.correlation_id': ['read' as const] } };
    const { failed } = await check({}, { ...one, acl, invalidQueryReturnsNoRows: true });
    expect(failed).toMatchObject([
      { step: 'correlation_id', detail: expect.stringContaining('Let this user read correlation_id') },
    ]);
  });

  it('an instance that shows correlation_id, and finds nothing by it', async () => {
    const records = { incident: [{ correlation_id: 'alert-17' }] };
    const { failed } = await check({}, { records }, ({ instance }) => {
      const on = 'GET /api/now/table/incident';
      const nothing = { kind: 'status', status: 200, body: { result: [] } } as const;
      const newest = { kind: 'without-query', name: 'sysparm_query' } as const;
      // The look at the table, the query for an id that nobody has, the newest records, and one of them by its own id.
      for (const effect of [newest, nothing, newest, nothing]) instance.fault({ on, effect });
    });
    expect(failed).toMatchObject([
      { step: 'correlation_id', detail: expect.stringContaining('Let this user query by correlation_id') },
    ]);
  });

  it('a role that only somebody else has', async () => {
    const records = { sys_user_has_role: [{ user: 'Beth Anglin', role: 'admin' }] };
    const { failed } = await check({}, { roles: ['rest_service'], records }, ({ instance }) =>
      instance.fault({ on: 'GET /api/now/table/sys_user_has_role', effect: servicenowFaults.droppedQuery() }),
    );
    expect(failed).toMatchObject([
      { step: 'roles', detail: expect.stringMatching(/^This user has rest_service, and/) },
    ]);
  });

  it('attachments', async () => {
    const refused = { error: { message: 'Insufficient rights to query records', detail: null }, status: 'failure' };
    const { failed } = await check({}, {}, ({ instance }) =>
      instance.fault({ on: 'GET /api/now/attachment', effect: { kind: 'status', status: 403, body: refused } }),
    );
    expect(failed).toMatchObject([{ step: 'read attachments', hint: expect.any(String) }]);
  });
});

describe('what nothing works without ends the check', () => {
  it('at a sign-in that is refused', async () => {
    const { steps } = await check({ password: 'wrong' });
    expect(steps.map(({ step, ok }) => [step, ok])).toEqual([
      ['reach', true],
      ['sign in', false],
    ]);
    expect(steps.at(-1)).toMatchObject({
      detail: 'User Not Authenticated: Required to provide Auth information',
      hint: 'Check username and password, that the user is active, and that it may use web services.',
    });
  });

  it.each([
    ['sleeps', 'hibernate', 'The instance is hibernating'],
    ['wants a person to sign in', 'redirectToLogin', ''],
  ] as const)('at an instance that %s', async (_what, how, detail) => {
    const { steps } = await check({}, {}, ({ instance }) => instance[how]());
    expect(steps).toMatchObject([{ step: 'reach', ok: false, detail: expect.stringContaining(detail) }]);
  });

  it('at a table that this user may not read', async () => {
    const { steps } = await check({}, { acl: { read: { incident: 'refused' } } });
    expect(steps.at(-1)).toMatchObject({ step: 'read incident', ok: false, hint: expect.stringContaining('itil') });
  });

  it('where nobody answers', async () => {
    await using desk = await openDesk(bare);
    await desk.instance.close();
    const steps = await checksOf(desk.servicenow);
    expect(steps).toMatchObject([{ step: 'reach', ok: false, detail: expect.stringMatching(/ECONNREFUSED/) }]);
  });
});

it('takes no stranger for the user that signed in', async () => {
  const { steps } = await check({}, {}, ({ instance }) =>
    instance.fault({ on: 'GET /api/now/table/sys_user', effect: servicenowFaults.droppedQuery() }),
  );
  expect(steps[1]).toMatchObject({ ok: true, detail: expect.stringMatching(/sys_user does not tell who it is\.$/) });
});

describe('what a delivery can do without is told, and is no failure', () => {
  it.each([
    ['roles', 'sys_user_has_role', 'refused', 'roles'],
    ['roles that look like none', 'sys_user_has_role', 'hidden', 'roles'],
    ['the user itself', 'sys_user', 'refused', 'sign in'],
    ['the dictionary', 'sys_dictionary', 'refused', 'write incident'],
    ['choices', 'sys_choice', 'refused', 'resolve'],
  ] as const)('%s', async (_what, table, how, step) => {
    const { steps, failed } = await check({}, { acl: { read: { [table]: how } } });
    expect(failed).toEqual([]);
    expect(steps.find(each => each.step === step)?.detail).toMatch(/not tell|not told|Not told/);
  });
});
