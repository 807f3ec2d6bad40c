import type { Delivery } from '@itsm-bridge/core';
import type { JiraOptions } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { openDesk, quick } from '../__tests__/desk.ts';

type CustomField = NonNullable<JiraOptions['customFields']>[number];

const custom = (type: CustomField['type'], options: NonNullable<CustomField['options']> = []): CustomField => ({
  ...{ id: 'customfield_10050', name: 'Environment', type },
  ...(options.length > 0 ? { options } : {}),
});
const users = [
  { accountId: '5b10ac8d82e05b22cc7d4ef5', name: 'mia', email: 'mia@company.com', displayName: 'Mia Krystof' },
  {
    ...{ accountId: '5b10a0effa615349cb016cd8', name: 'will', email: 'will@company.com', displayName: 'Will Doe' },
    emailHidden: true,
  },
];

/** Those about fields: the small analysis leaves parts of the template empty, which is told as well. */
const aboutFields = (delivery: Delivery | undefined) => delivery?.warnings.filter(({ field }) => field !== undefined);

/** Delivers with one field mapped to a constant, and says what the site has stored there. */
async function stored(field: string, value: unknown, options: JiraOptions, members = {}) {
  await using desk = await openDesk({ ...quick, ...members, defaults: { [field]: value } }, options);
  const delivery = await desk.deliver();
  const { [field]: kept } = desk.site.issues()[0]?.fields ?? {};
  return { delivery, kept, sent: desk.created() };
}

describe('a value', () => {
  it.each<[string, CustomField, unknown, unknown]>([
    ['of an option', custom('select', ['Prod', 'Stage']), 'prod', { value: 'Prod' }],
    ['of an option as an object', custom('radio', ['Prod', 'Stage']), { value: 'Stage' }, { value: 'Stage' }],
    ['of options', custom('multiselect', ['EU', 'US']), ['eu', 'US'], [{ value: 'EU' }, { value: 'US' }]],
    ['of one box of several', custom('checkboxes', ['EU', 'US']), 'US', [{ value: 'US' }]],
    ['of a number', custom('number'), '18234', 18_234],
    ['of a date', custom('date'), '2025-10-27T10:30:00Z', '2025-10-27'],
    ['of a time', custom('datetime'), '2025-10-27T11:30:00+01:00', '2025-10-27T10:30:00.000+0000'],
    ['of labels', custom('labels'), ['root cause', 'pool'], ['root-cause', 'pool']],
    ['of a user by e-mail', custom('user'), 'mia@company.com', { accountId: users[0]?.accountId }],
    ['of a user whose e-mail is hidden', custom('user'), 'will@company.com', { accountId: users[1]?.accountId }],
    ['of a user by account id', custom('user'), users[0]?.accountId, { accountId: users[0]?.accountId }],
    ['of users', custom('multiuser'), ['Mia Krystof'], [{ accountId: users[0]?.accountId }]],
    ['of a link', custom('url'), 'https://rca.example.com/a b', 'https://rca.example.com/a b'],
    ['of a text, in one line', custom('text'), ['checkout\napi', 'db'], 'checkout api, db'],
    [
      'of a cascade',
      custom('cascading', [{ value: 'Hardware', children: ['Disk', 'Fan'] }]),
      'Hardware > disk',
      { value: 'Hardware', child: { value: 'Disk' } },
    ],
    [
      'of a cascade whose parent has the sign of a path',
      custom('cascading', [{ value: 'A > B', children: [] }]),
      'a > b',
      { value: 'A > B' },
    ],
    ['of an option in a list of one', custom('select', ['Prod']), ['Prod'], { value: 'Prod' }],
    ['of a time without a zone, in UTC', custom('datetime'), '2025-10-27T23:30:00', '2025-10-27T23:30:00.000+0000'],
    ['of nothing at all', custom('select', ['Prod']), [], undefined],
    ['of a cascade without its child', custom('cascading', [{ value: 'Net', children: [] }]), 'net', { value: 'Net' }],
  ])('%s arrives in the shape that the field has', async (_what, field, value, expected) => {
    const { delivery, kept } = await stored(field.id, value, { customFields: [field], users });
    expect(delivery?.error).toBeUndefined();
    expect(aboutFields(delivery)).toEqual([]);
    if (expected === undefined) expect(kept ?? undefined).toBeUndefined();
    else if (typeof expected === 'object' && expected !== null) expect(kept).toMatchObject(expected);
    else expect(kept).toEqual(expected);
  });

  it('of a text area is read as Markdown', async () => {
    const { kept } = await stored('customfield_10050', 'A **pool** ran dry.', { customFields: [custom('textarea')] });
    expect(kept).toMatchObject({ type: 'doc', content: [{ type: 'paragraph', content: [{}, { text: 'pool' }, {}] }] });
  });

  it('of a version is found by its name', async () => {
    const projects = [{ key: 'OPS', issueTypes: ['Incident'], components: [], versions: ['2.4.1'] }];
    const { delivery, kept } = await stored('fixVersions', '2.4.1', { projects });
    expect(delivery?.status).toBe('created');
    expect(kept).toMatchObject([{ name: '2.4.1' }]);
  });

  it('of the assignee is found among those who may be given work', async () => {
    const { kept, delivery } = await stored('assignee', 'mia@company.com', { users });
    expect(delivery?.status).toBe('created');
    expect(kept).toMatchObject({ accountId: users[0]?.accountId });
  });
});

it('is what people see, before it is an id', async () => {
  const field_mappings = { priority: { critical: '1', high: '1', medium: '3', low: '5' } };
  await using desk = await openDesk({ ...quick, field_mappings }, { priorities: ['5', '4', '3', '2', '1'] });
  await desk.deliver();
  expect(desk.site.issues()[0]?.fields.priority).toMatchObject({ name: '1' });
});

it('of a required reporter that nobody maps is the account that signs in', async () => {
  await using desk = await openDesk(quick, { requiredFields: ['reporter'] });
  expect(await desk.deliver()).toMatchObject({ status: 'created' });
  expect(desk.created()[0]?.json).toMatchObject({ fields: { reporter: { accountId: expect.any(String) } } });
});

describe('a user', () => {
  const assigned = async (options: JiraOptions) => {
    await using desk = await openDesk({ ...quick, defaults: { assignee: users[0]?.accountId } }, options);
    desk.site.fault({ on: 'GET /rest/api/3/user', effect: { kind: 'status', status: 403 } });
    return { delivery: await desk.deliver(), sent: desk.created()[0]?.json };
  };

  it('named by account id is taken at its word where this account may not look up users', async () => {
    const { delivery, sent } = await assigned({ users });
    expect(delivery).toMatchObject({ status: 'created' });
    expect(sent).toMatchObject({ fields: { assignee: { accountId: users[0]?.accountId } } });
  });

  it('who has left is nobody', async () => {
    const left = users.map(one => ({ ...one, active: false }));
    const { delivery } = await stored('assignee', 'mia@company.com', { users: left });
    expect(delivery?.error?.message).toContain('nobody here has that e-mail address');
  });
});

describe('the issue type', () => {
  it('is found in any letter case, and sent as the project writes it', async () => {
    await using desk = await openDesk({ ...quick, issue_type: 'incident' });
    expect(await desk.deliver()).toMatchObject({ status: 'created' });
    expect(desk.created()[0]?.json).toMatchObject({ fields: { issuetype: { name: 'Incident' } } });
  });

  it('is no field to map: its fields would not be those that were checked', async () => {
    const { delivery, sent } = await stored('issuetype', 'Bug', {});
    expect(delivery?.error).toMatchObject({
      kind: 'config',
      message: expect.stringMatching(/^issuetype: .* issue_type/),
    });
    expect(sent).toEqual([]);
  });
});

it('that gives up while the fields are read is cancelled at once, and nothing is sent', async () => {
  await using desk = await openDesk();
  desk.site.fault({ on: 'GET /rest/api/3/issue/createmeta/OPS/issuetypes', effect: { kind: 'hang', commit: false } });
  const given = new AbortController();
  const delivering = desk.itsm.createTickets(
    { job: { id: '1', title: 't', severity: 'low' } },
    { signal: given.signal },
  );
  setTimeout(() => given.abort(), 20);
  expect(await delivering).toMatchObject([{ status: 'pending', attempts: 0, error: { kind: 'cancelled' } }]);
  expect(desk.created()).toEqual([]);
});

describe('what the project does not take', () => {
  const refused = async (members: object, options: JiraOptions) => {
    await using desk = await openDesk({ ...quick, ...members }, options);
    const delivery = await desk.deliver();
    expect(desk.created()).toEqual([]);
    return delivery;
  };

  it('is told at once, field by field with what is accepted, before anything is sent', async () => {
    const defaults = {
      ...{ customfield_10050: 'Prodd', customfield_10051: 'many', customfield_10052: 'soon', Environment: 'Prod' },
      ...{ component: 'Nowhere', assignee: 'nobody@company.com', duedate: '2025-02-31' },
    };
    const customFields: readonly CustomField[] = [
      custom('select', ['Prod', 'Stage']),
      { id: 'customfield_10051', name: 'Errors', type: 'number' },
      { id: 'customfield_10052', name: 'Began', type: 'datetime' },
      { id: 'customfield_10053', name: 'Region', type: 'select', options: ['EU', 'US'], required: true },
    ];
    const delivery = await refused({ defaults }, { customFields, users });
    expect(delivery).toMatchObject({ status: 'failed', attempts: 0, error: { kind: 'mapping' } });
    expect(delivery?.error?.message.split(/(?<=\.) (?=\S+(?: \([^)]+\))?: )/)).toEqual([
      'Incident in OPS would be refused.',
      'customfield_10050 (Environment): found "Prodd"; accepted are Prod, Stage.',
      'customfield_10051 (Errors): found "many"; accepted is a number.',
      'customfield_10052 (Began): found "soon"; accepted is a time such as 2025-10-27T10:30:00Z.',
      'Environment: is not on the screen; "Environment" is environment.',
      'assignee: found "nobody@company.com"; nobody here has that e-mail address, account id or name.',
      'duedate (Due date): found "2025-02-31"; accepted is a date such as 2025-10-27.',
      'components: found ["Nowhere"]; accepted is Platform.',
      'customfield_10053 (Region): is required, and nothing is mapped to it; accepted are EU, US.',
    ]);
  });

  it('is left out with a warning where the config says so', async () => {
    const members = { unfit_fields: 'leave_out', defaults: { component: 'Nowhere', customfield_10099: 'x' } };
    await using desk = await openDesk({ ...quick, ...members });
    const delivery = await desk.deliver();
    expect(delivery).toMatchObject({ status: 'created', success: true });
    expect(aboutFields(delivery)).toEqual([
      {
        code: 'field-left-out',
        field: 'customfield_10099',
        message: 'customfield_10099: is not on the screen. It is left out.',
      },
      {
        code: 'field-left-out',
        field: 'components',
        message: 'components: found ["Nowhere"]; accepted is Platform. It is left out.',
      },
    ]);
  });

  it('is never left out where it is required', async () => {
    const options = { requiredFields: ['components'] };
    const members = { unfit_fields: 'leave_out', defaults: { component: 'Nowhere' } };
    expect((await refused(members, options))?.error?.message).toBe(
      'Incident in OPS would be refused. components: found ["Nowhere"]; accepted is Platform.',
    );
  });

  it.each(['priority', 'labels', 'description'])(
    'costs no ticket where it is %s, which no config has to ask for',
    async field => {
      await using desk = await openDesk(quick, { hiddenFields: [field] });
      const delivery = await desk.deliver();
      expect(delivery?.status).toBe('created');
      expect(aboutFields(delivery)).toMatchObject([{ code: 'field-left-out', field }]);
      expect(desk.created()[0]?.json).not.toHaveProperty(['fields', field]);
      expect(desk.site.issues()[0]?.properties).toMatchObject({ 'itsm-bridge': { key: delivery?.key } });
    },
  );

  it('is an issue type that the project has not got', async () => {
    expect(await refused({ issue_type: 'Outage' }, {})).toMatchObject({
      error: { kind: 'config', message: 'issue_type: "Outage" cannot be created; OPS has Incident, Task, Bug.' },
    });
  });

  it('is a project that is not there', async () => {
    expect(await refused({ project_key: 'NOPE' }, {})).toMatchObject({
      error: { kind: 'config', message: expect.stringMatching(/^project_key: no project NOPE in which this user/) },
    });
  });
});

describe('the fields of the project', () => {
  const asked = (transcript: readonly string[]) => transcript.filter(line => line.includes('/createmeta/')).length;

  it('are asked for once for many deliveries, also side by side', async () => {
    await using desk = await openDesk();
    await Promise.all(['a', 'b', 'c'].map(id => desk.deliver({ id })));
    await desk.deliver({ id: 'd' });
    expect(desk.site.issues()).toHaveLength(4);
    expect(asked(desk.site.transcript)).toBe(2);
  });

  it('are read page by page', async () => {
    const customFields = Array.from({ length: 450 }, (_, n): CustomField => {
      return { id: `customfield_${11_000 + n}`, name: `Field ${n}`, type: 'number' };
    });
    const { kept } = await stored('customfield_11449', '7', { customFields });
    expect(kept).toBe(7);
  });

  it('are not asked for where field_check is off: the site then says what it does not take', async () => {
    const { delivery } = await stored('customfield_10099', 'x', {}, { field_check: false });
    expect(delivery).toMatchObject({ status: 'failed', attempts: 1, error: { kind: 'rejected' } });
  });

  it('that cannot be read now are asked for again, and nothing is sent before', async () => {
    await using desk = await openDesk();
    desk.site.fault({ on: 'GET /rest/api/3/issue/createmeta/OPS/issuetypes', effect: { kind: 'status', status: 503 } });
    expect(await desk.deliver()).toMatchObject({ status: 'created', attempts: 1 });
    expect(desk.created()).toHaveLength(1);
  });
});
