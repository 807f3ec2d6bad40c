import { servicenowFaults } from '@itsm-bridge/testkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { type Desk, noteless, openDesk } from '../__tests__/desk.ts';
import { openTicket } from '../__tests__/open-ticket.ts';

afterEach(() => vi.useRealTimers());

const broken = servicenowFaults.quotaCancelledInQueue();
const always = 1e9;
const fail = ({ instance }: Pick<Desk, 'instance'>, table: string, times = always) =>
  instance.fault({ on: `GET /api/now/table/${table}`, times, effect: broken });
const reads = ({ instance }: Desk, table: string) =>
  instance.transcript.filter(line => line.startsWith(`GET /api/now/table/${table} `)).length;
const deliver = async ({ itsm }: Desk, id = 'abc123') => (await itsm.createTickets(analysisOf({ id, title: id })))[0];

const labels = { category: 'Network', contact_type: 'Email' };
const group = { assignment_group: 'Network' };

describe('a table beside the own one that goes on failing never costs the ticket', () => {
  it.each(['sys_dictionary', 'sys_choice'])(
    '%s: what is written is sent, and a warning names the fields',
    async table => {
      await using desk = await openDesk({ ...noteless, defaults: labels });
      fail(desk, table);
      const delivery = await deliver(desk);
      expect(delivery).toMatchObject({ status: 'created', attempts: 1 });
      expect(delivery?.warnings).toEqual([
        {
          code: 'not-looked-up',
          message: expect.stringMatching(
            /^category, contact_type: sent as written, since the choices .*Transaction cancelled/,
          ),
        },
      ]);
      expect(desk.instance.incidents()[0]).toMatchObject(labels);
      expect(reads(desk, table)).toBe(4);
    },
  );

  it('whose lists the next tickets do not wait for, and ask for again a minute later', async () => {
    await using desk = await openDesk({ ...noteless, defaults: labels });
    fail(desk, 'sys_dictionary', 4);
    for (const id of ['a', 'b']) expect((await deliver(desk, id))?.warnings).toMatchObject([{ code: 'not-looked-up' }]);
    expect(reads(desk, 'sys_dictionary')).toBe(4);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    expect((await deliver(desk, 'c'))?.warnings).toEqual([]);
  });

  it('that is full of strangers is given up at once', async () => {
    const records = { sys_choice: Array.from({ length: 3000 }, (_, index) => ({ name: 'u_x', value: `${index}` })) };
    await using desk = await openDesk({ ...noteless, defaults: labels }, { records });
    desk.instance.fault({
      on: 'GET /api/now/table/sys_choice',
      times: always,
      effect: servicenowFaults.droppedQuery(),
    });
    expect(await deliver(desk)).toMatchObject({
      status: 'created',
      warnings: [{ code: 'not-looked-up', message: expect.stringContaining('a clause of the query is ignored') }],
    });
    expect(reads(desk, 'sys_choice')).toBe(1);
  });

  it('of names: the field is left out once the retries are used up, and the next ticket asks again', async () => {
    await using desk = await openDesk({ ...noteless, defaults: group });
    fail(desk, 'sys_user_group', 4);
    const delivery = await deliver(desk);
    expect(delivery).toMatchObject({ status: 'created', attempts: 1 });
    expect(delivery?.warnings).toEqual([
      {
        code: 'not-looked-up',
        field: 'assignment_group',
        message: expect.stringMatching(
          /^assignment_group: "Network" cannot be looked up in sys_user_group \(.*; it is left out\.$/,
        ),
      },
    ]);
    expect(await deliver(desk, 'next')).toMatchObject({ status: 'created', warnings: [] });
  });

  it('of names: a fallback that is a sys_id needs no look-up', async () => {
    const fallback = '0123456789abcdef0123456789abcdef';
    await using desk = await openDesk({ ...noteless, defaults: group, references: { assignment_group: { fallback } } });
    fail(desk, 'sys_user_group');
    expect(await deliver(desk)).toMatchObject({ status: 'created' });
    expect(desk.created()[0]?.json).toMatchObject({ assignment_group: fallback });
  });

  it('and no change', async () => {
    await using desk = await openTicket();
    fail(desk, 'sys_dictionary');
    const [delivery] = await desk.itsm.updateTickets('abc123', {
      fields: { category: 'network', contact_type: 'email' },
    });
    expect(delivery).toMatchObject({ status: 'updated', warnings: [{ code: 'not-looked-up' }] });
    expect(desk.instance.incidents()[0]).toMatchObject({ category: 'network', contact_type: 'email' });
  });
});

describe('a short failure leaves nothing out', () => {
  it.each(['sys_dictionary', 'sys_choice', 'sys_user_group'])('of %s', async table => {
    await using desk = await openDesk({ ...noteless, defaults: { ...labels, ...group } });
    fail(desk, table, 3);
    expect(await deliver(desk)).toMatchObject({ status: 'created', warnings: [] });
    expect(desk.instance.incidents()[0]).toMatchObject({
      category: 'network',
      assignment_group: expect.stringMatching(/^\w{32}$/),
    });
  });
});

it('fails where the config says that the reference must not be missing, as what it is', async () => {
  await using desk = await openDesk({
    ...noteless,
    defaults: group,
    references: { assignment_group: { missing: 'fail' } },
  });
  fail(desk, 'sys_user_group');
  expect(await deliver(desk)).toMatchObject({ status: 'failed', error: { kind: 'unavailable' } });
  expect(desk.instance.incidents()).toEqual([]);
});

it('makes no ticket of an outage of the whole instance', async () => {
  await using desk = await openDesk({ ...noteless, defaults: { ...labels, ...group } });
  for (const on of ['GET', 'POST']) desk.instance.fault({ on, times: always, effect: { kind: 'status', status: 503 } });
  expect(await deliver(desk)).toMatchObject({ success: false, error: { kind: 'unavailable' } });
  expect(desk.instance.incidents()).toEqual([]);
});
