import { describe, expect, it } from 'vitest';
import { openAccount } from './__fixtures__/account.ts';

const prioritised = { field_mappings: { priority: { critical: 'P1', high: 'PRIO2', medium: 'P9' } } };
const reads = ({ transcript }: { readonly transcript: readonly string[] }) =>
  transcript.filter(line => line.startsWith('GET /priorities')).length;

it('sends title, details as text, key, service and urgency', async () => {
  await using desk = await openAccount();
  const delivery = await desk.deliver({ url: 'https://rca.example.com/jobs/abc123' });
  expect(desk.account.incidents()).toMatchObject([
    {
      title: 'Checkout requests time out',
      incident_key: delivery?.key,
      service: { id: 'PSVC1', type: 'service_reference' },
      urgency: 'high',
      body: {
        type: 'incident_body',
        details: expect.stringMatching(
          /The pool of payments-db ran dry\.[\s\S]*\n\nAnalysis: https:\/\/rca\.example\.com\/jobs\/abc123$/,
        ),
      },
    },
  ]);
  expect(delivery?.ticket).toEqual({
    id: 'PINC1',
    key: '#1',
    url: `${desk.account.url}/incidents/PINC1`,
    names: { incident_id: 'PINC1', incident_number: '1' },
  });
});

it('shows in a preview the headers that it sends, the key masked', async () => {
  await using desk = await openAccount();
  const { headers } = desk.pagerduty.describe({ incident: {} });
  expect(headers).toEqual({
    Accept: 'application/vnd.pagerduty+json;version=2',
    'Content-Type': 'application/json',
    Authorization: 'Token token=[secret]',
    From: 'rca@example.com',
  });
  await desk.deliver();
  const sent = desk.account.requests.find(({ method }) => method === 'POST')?.headers;
  expect(sent).toMatchObject({
    accept: headers.Accept,
    from: headers.From,
    authorization: 'Token token=pd-secret-key',
  });
});

it.each([
  ['critical', 'high'],
  ['high', 'high'],
  ['medium', 'low'],
  ['low', 'low'],
])('is of urgency by severity: %s is %s', async (severity, urgency) => {
  await using desk = await openAccount();
  await desk.deliver({ severity });
  expect(desk.account.incidents()).toMatchObject([{ urgency }]);
});

it('takes escalation policy, title and service from settings and mappings as ids and texts', async () => {
  const fields = { title: 'RCA: {{ job.title }}', service: 'PSVC1' };
  await using desk = await openAccount({}, { escalation_policy: 'PPOL1', field_mappings: { fields } });
  await desk.deliver();
  expect(desk.account.incidents()).toMatchObject([
    {
      title: 'RCA: Checkout requests time out',
      escalation_policy: { id: 'PPOL1', type: 'escalation_policy_reference' },
    },
  ]);
});

it('takes the type of an incident by its name', async () => {
  await using desk = await openAccount({}, { field_mappings: { fields: { incident_type: 'major_incident' } } });
  await desk.deliver();
  expect(desk.account.incidents()).toMatchObject([{ incident_type: { name: 'major_incident' } }]);
});

describe('a priority', () => {
  it.each([
    ['by name', 'critical', 'PRIO1'],
    ['by id', 'high', 'PRIO2'],
  ])('is found %s', async (_how, severity, id) => {
    await using desk = await openAccount({}, prioritised);
    expect(await desk.deliver({ severity })).toMatchObject({ warnings: [] });
    expect(desk.account.incidents()).toMatchObject([{ priority: { id, type: 'priority_reference' } }]);
  });

  it('is looked up once for many incidents', async () => {
    await using desk = await openAccount({}, prioritised);
    for (const id of ['a', 'b', 'c']) await desk.deliver({ id });
    expect(reads(desk.account)).toBe(1);
  });

  it.each([
    [
      'that the account does not have',
      {},
      'priority: the account has no "P9"; its priorities: P1, P2. It was left out.',
    ],
    [
      'of an account without any',
      { priorities: 'none' },
      'priority: the account has no "P9"; its priorities: none that this sign-in may read. It was left out.',
    ],
  ] as const)('%s costs a warning, not the ticket', async (_what, options, message) => {
    await using desk = await openAccount(options, prioritised);
    expect(await desk.deliver({ severity: 'medium' })).toMatchObject({
      status: 'created',
      warnings: [{ code: 'field-left-out', field: 'priority', message }],
    });
  });

  it('that this sign-in may not read costs a warning as well', async () => {
    await using desk = await openAccount({}, prioritised);
    const body = { error: { message: 'Access Denied', code: 2010 } };
    desk.account.fault({ on: 'GET /priorities', effect: { kind: 'status', status: 403, body } });
    expect(await desk.deliver()).toMatchObject({ status: 'created', warnings: [{ code: 'field-left-out' }] });
  });

  it('is marked in a preview that may not ask', async () => {
    await using desk = await openAccount({}, prioritised);
    const [offline] = await desk.itsm.preview({ job: { id: 'a', title: 'b', severity: 'critical' } });
    expect(JSON.stringify(offline)).toMatch(/unresolved.*priority/);
    expect(desk.account.requests).toEqual([]);
  });
});

it('tells what the service keeps otherwise', async () => {
  await using desk = await openAccount({ urgency: 'low' });
  expect(await desk.deliver()).toMatchObject({
    status: 'created',
    warnings: [{ code: 'field-changed', field: 'urgency', message: 'urgency: sent high, PagerDuty keeps low.' }],
  });
});

it('keeps the way to the analysis where a long report is cut', async () => {
  await using desk = await openAccount();
  const [delivery] = await desk.itsm.createTickets({
    job: { id: 'a', title: 'b', severity: 'low', url: 'https://rca.example.com/a' },
    analysis: { root_cause: 'x'.repeat(30_000) },
  });
  const details = String(desk.account.incidents()[0]?.body.details);
  expect(delivery?.status).toBe('created');
  expect(details).toHaveLength(25_000);
  expect(details).toMatch(/x…\n\nAnalysis: https:\/\/rca\.example\.com\/a$/);
});
