import type { FaultEffect } from '@itsm-bridge/testkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { type Desk, noteless, openDesk } from '../__tests__/desk.ts';

const on = 'POST /api/now/table/incident';
const get = 'GET /api/now/table/incident';
const lost: FaultEffect = { kind: 'status', status: 502, commit: true };
const nothing: FaultEffect = { kind: 'status', status: 200, body: { result: [] } };
const deliver = async ({ itsm }: Desk, id = 'abc123') => (await itsm.createTickets(analysisOf({ id })))[0];
const lines = ({ instance }: Desk) => instance.transcript.map(line => line.split(' ')[0]);
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });

afterEach(() => vi.useRealTimers());

describe('a look-up that finds nothing, on an instance that finds nothing by a clause which it drops', () => {
  const blind = {
    invalidQueryReturnsNoRows: true,
    acl: { deniedFields: { 'incident.correlation_id': ['read' as const] } },
  };

  it('is no absence where this user may not read the column: nothing is sent again, and it is said what to do', async () => {
    await using desk = await openDesk(noteless, blind);
    desk.instance.fault({ on, effect: lost });
    expect(await deliver(desk)).toMatchObject({
      status: 'unknown',
      error: {
        kind: 'config',
        message:
          'No record of incident shows its correlation_id, so that an empty look-up by it is no proof that there is no ticket. Let this user read correlation_id; nothing is sent again before that.',
      },
    });
    expect(desk.instance.incidents()).toHaveLength(1);
    expect(desk.created()).toHaveLength(1);
  });

  it('is no absence where this user may read the column, and not query by it', async () => {
    await using desk = await openDesk(noteless);
    await deliver(desk, 'before');
    desk.instance.fault({ on, effect: lost });
    // The look-up, the newest records, and one of them by its own id.
    for (const effect of [nothing, { kind: 'without-query', name: 'sysparm_query' } as const, nothing])
      desk.instance.fault({ on: get, effect });
    expect(await deliver(desk)).toMatchObject({
      status: 'unknown',
      error: {
        kind: 'config',
        message: expect.stringMatching(/^incident does not find a record by the correlation_id/),
      },
    });
    expect(desk.instance.incidents()).toHaveLength(2);
  });
});

it('takes an empty look-up for an absence where the table shows no record at all', async () => {
  await using desk = await openDesk(noteless);
  desk.instance.fault({ on, effect: { kind: 'status', status: 502 } });
  expect(await deliver(desk)).toMatchObject({ status: 'created', attempts: 2 });
  expect(lines(desk)).toEqual(['POST', 'GET', 'GET', 'POST']);
});

it('looks at the column once in ten minutes, and then by an id that is there', async () => {
  await using desk = await openDesk(noteless);
  await deliver(desk, 'before');
  const doubtful = async (id: string) => {
    desk.instance.clearRequests();
    desk.instance.fault({ on, effect: { kind: 'status', status: 502 } });
    expect(await deliver(desk, id)).toMatchObject({ status: 'created', attempts: 2 });
    return lines(desk).filter(method => method === 'GET').length;
  };
  expect(await doubtful('a')).toBe(3);
  later(599_000);
  expect(await doubtful('b')).toBe(1);
  later(2_000);
  expect(await doubtful('c')).toBe(3);
});

it('goes on once the right is given, without waiting for ten minutes', async () => {
  const deniedFields: Record<string, readonly ('read' | 'write')[]> = { 'incident.correlation_id': ['read'] };
  await using desk = await openDesk(noteless, { invalidQueryReturnsNoRows: true, acl: { deniedFields } });
  desk.instance.fault({ on, effect: lost });
  expect(await deliver(desk)).toMatchObject({ status: 'unknown' });
  delete deniedFields['incident.correlation_id'];
  expect(await deliver(desk)).toMatchObject({ status: 'found' });
  expect(desk.instance.incidents()).toHaveLength(1);
});

it('sends nothing again where the look at the column fails', async () => {
  await using desk = await openDesk(noteless);
  desk.instance.fault({ on, effect: lost });
  desk.instance.fault({ on: get, effect: nothing });
  desk.instance.fault({ on: get, effect: { kind: 'status', status: 200, body: { result: 'ok' } } });
  expect(await deliver(desk)).toMatchObject({ status: 'found', attempts: 1 });
  expect(desk.instance.incidents()).toHaveLength(1);
});
