import { callOf, type FaultEffect } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, openDesk } from '../__tests__/desk.ts';

const on = 'POST /api/now/table/incident';
const json = (status: number, body: unknown): FaultEffect => ({ kind: 'status', status, body });
const failure = (message: string, detail: string | null) => ({ error: { message, detail }, status: 'failure' });

describe('an answer that looks like success', () => {
  it.each<[string, FaultEffect, string]>([
    ['202', json(202, undefined), 'The instance answered 202: it queued the request and may drop it without a word.'],
    [
      'a hibernating page',
      json(200, '<html><div class="instance-hibernating-page">Your instance is hibernating</div></html>'),
      'The instance is hibernating: wake it in the developer portal.',
    ],
    [
      'a sign-in page',
      json(200, '<html><form action="/login.do"></form></html>'),
      'The instance answered with a page: is it signed out, behind single sign-on, or is endpoint not its address?',
    ],
    [
      'an error beside a result',
      json(201, {
        result: { sys_id: '0'.repeat(32), number: 'INC1' },
        ...failure('Transaction cancelled', 'too long'),
      }),
      'The instance answered 201 with an error: Transaction cancelled: too long',
    ],
    ...[
      { error: { message: null, detail: null }, said: '{"message":null,"detail":null}' },
      { error: { message: null, detail: 'Transaction cancelled' }, said: 'Transaction cancelled' },
      { error: 'Transaction cancelled', said: 'Transaction cancelled' },
      { error: {}, said: '{}' },
    ].map(({ error, said }): [string, FaultEffect, string] => [
      `an error without a message beside a result (${JSON.stringify(error)})`,
      json(201, { result: { sys_id: '0'.repeat(32), number: 'INC1' }, error, status: 'failure' }),
      `The instance answered 201 with an error: ${said}`,
    ]),
    [
      'a result without a sys_id',
      json(201, { result: { number: 'INC1' } }),
      'The instance answered 201 without a record that has a sys_id.',
    ],
    ['a list', json(200, { result: [] }), 'The instance answered 200 without a record that has a sys_id.'],
    ['nothing', json(201, undefined), 'The instance answered 201 without a record that has a sys_id.'],
  ])('is no incident: %s', async (_what, effect, message) => {
    await using desk = await openDesk(bare);
    desk.instance.fault({ on, effect });
    const creating = desk.servicenow.create({ short_description: 'x' }, callOf('itsm-1'));
    await expect(creating).rejects.toMatchObject({ kind: 'outcome-unknown', message });
  });

  it('is one where the error beside the record is null', async () => {
    await using desk = await openDesk(bare);
    const result = { sys_id: '0'.repeat(32), number: 'INC1' };
    desk.instance.fault({ on, effect: json(201, { result, error: null }) });
    const created = await desk.servicenow.create({ short_description: 'x' }, callOf('itsm-1'));
    expect(created).toMatchObject({ kind: 'created', ticket: { key: 'INC1' } });
  });

  it.each([
    ['a page', '<html>Your instance is hibernating</html>'],
    ['something else', { result: 'ok' }],
  ])('is no absence either, when a look-up is answered with %s', async (_what, body) => {
    await using desk = await openDesk(bare);
    desk.instance.fault({ on: 'GET /api/now/table/incident', effect: json(200, body) });
    await expect(desk.servicenow.find(callOf('itsm-1'))).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

const aclDetail = 'ACL Exception Insert Failed due to security constraints';
const rule = 'Stop VIP';
const aborted = `Operation against file 'incident' was aborted by Business Rule '${rule}^0c1f'. Business Rule Stack:${rule}`;
const policy = 'Data Policy Exception: The following fields are mandatory: Resolution code, Resolution notes';

it.each<[string, number, unknown, string, string]>([
  [
    'a table ACL, which is about the user',
    403,
    failure('Operation Failed', aclDetail),
    'auth',
    `Operation Failed: ${aclDetail}`,
  ],
  [
    'rights that are missing',
    403,
    failure('Insufficient rights to query records', null),
    'auth',
    'Insufficient rights to query records',
  ],
  [
    'a business rule, which is about this record',
    403,
    failure('Operation Failed', aborted),
    'rejected',
    `Operation Failed: ${aborted}`,
  ],
  [
    'a data policy, which is about this record',
    403,
    failure('Operation Failed', policy),
    'rejected',
    `Operation Failed: ${policy}. A value that is no choice of its field counts as missing, too; for resolving, see resolve in the config.`,
  ],
  ['a table that is not there', 400, failure('Invalid table incidentt', null), 'rejected', 'Invalid table incidentt'],
])('fails after one attempt with the words of the instance: %s', async (_what, status, body, kind, message) => {
  await using desk = await openDesk(bare);
  desk.instance.fault({ on, effect: json(status, body) });
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(delivery).toMatchObject({ status: 'failed', success: false, attempts: 1, error: { kind, status, message } });
  expect(desk.instance.requests).toHaveLength(1);
});
