import { describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import type { Desk } from '../__tests__/desk.ts';
import { openImportDesk, staging } from '../__tests__/import-desk.ts';

const title = 'Checkout requests time out';
const theirs = { short_description: title, description: 'Of somebody else.' };
const deliver = async ({ itsm }: Desk) => (await itsm.createTickets(analysisOf()))[0];
const get = 'GET /api/now/table/incident';
const at = (time: string) => () => Date.parse(time);

/** A map that finds the incidents of others by their title, and maps everything, the key as well. */
const openCareless = (options: Parameters<typeof openImportDesk>[2] = {}) =>
  openImportDesk(
    { coalesce: ['u_short_description'] },
    {},
    { now: at('2020-01-31T12:00:00Z'), ...options, records: { incident: [theirs] } },
  );

describe('an incident of somebody else that a transform map wrote over', () => {
  const mend =
    'Have the map coalesce on correlation_id, and on nothing else. Restore INC0010001 from its history and empty its correlation_id before this is sent again, since by it INC0010001 would be taken for this ticket.';

  it('is not the ticket, though it has the key by then, and the failure says what to mend', async () => {
    await using desk = await openCareless();
    const delivery = await deliver(desk);
    expect(desk.instance.incidents()).toMatchObject([{ number: 'INC0010001', correlation_id: delivery?.key }]);
    expect(delivery).toMatchObject({
      status: 'failed',
      attempts: 1,
      error: {
        kind: 'rejected',
        message: `The import into ${staging} wrote over INC0010001: no record had the key of this delivery before (it was made 2020-01-31 12:00:00 UTC). ${mend}`,
      },
    });
    expect(delivery?.ticket).toBeUndefined();
  });

  it('is not the ticket where this user may not look for the key before', async () => {
    await using desk = await openCareless({ acl: { read: { incident: 'refused' } } });
    const delivery = await deliver(desk);
    expect(delivery).toMatchObject({
      status: 'failed',
      error: {
        kind: 'rejected',
        message: `The import into ${staging} wrote over INC0010001: whether it had the key of this delivery before cannot be told (Insufficient rights to query records). ${mend}`,
      },
    });
  });

  it.each([
    ['drops the clause of the look', false],
    ['finds nothing by a clause that it drops', true],
  ])('is not the ticket where the key cannot be read, on an instance that %s', async (_what, returnsNoRows) => {
    await using desk = await openCareless({
      invalidQueryReturnsNoRows: returnsNoRows,
      acl: { deniedFields: { 'incident.correlation_id': ['read'] } },
    });
    expect(await deliver(desk)).toMatchObject({
      status: 'failed',
      error: { kind: 'rejected', message: expect.stringContaining('cannot be told (') },
    });
  });

  it('is not the ticket where it is read no more', async () => {
    await using desk = await openCareless();
    desk.instance.fault({ on: `${get}/`, effect: { kind: 'status', status: 503 } });
    expect(await deliver(desk)).toMatchObject({
      status: 'failed',
      error: { kind: 'rejected', message: expect.stringMatching(/wrote over INC0010001: no record had the key/) },
    });
  });

  it('is not the ticket where the map leaves the key as it was', async () => {
    const fields = { u_short_description: 'short_description', u_description: 'description' };
    const records = { incident: [{ ...theirs, correlation_id: 'monitoring-42' }] };
    await using desk = await openImportDesk({ fields, coalesce: ['u_short_description'] }, {}, { records });
    expect(await deliver(desk)).toMatchObject({
      status: 'failed',
      error: {
        kind: 'rejected',
        message: `The transform map of ${staging} found INC0010001 for this row, whose correlation_id is "monitoring-42": coalesce on correlation_id, and on nothing else.`,
      },
    });
  });
});

it('takes a record for the ticket that came to be between the look and the import, and says what it may be', async () => {
  await using desk = await openCareless({ now: at('2099-01-31T12:00:00Z') });
  const delivery = await deliver(desk);
  expect(delivery).toMatchObject({ status: 'created', ticket: { key: 'INC0010001' } });
  expect(delivery?.warnings[0]).toEqual({
    code: 'already-there',
    message:
      'INC0010001 was made while this row was imported, which updated it: by an earlier request of this delivery, or by somebody else where the map coalesces on more than correlation_id.',
  });
});

it('imports where this user may not look', async () => {
  await using desk = await openImportDesk({}, {}, { acl: { read: { incident: 'refused' } } });
  expect(await deliver(desk)).toMatchObject({ status: 'created', warnings: [{ code: 'not-read-back' }] });
});

it('imports nothing while a look for the key fails, and once when it goes well', async () => {
  await using desk = await openImportDesk();
  desk.instance.fault({ on: get, effect: { kind: 'status', status: 503 } });
  expect(await deliver(desk)).toMatchObject({ status: 'created', warnings: [] });
  expect(desk.instance.incidents()).toHaveLength(1);
});
