import { callOf, checksOf, openBench } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { type ReceiverOptions, signingSecret, startReceiver } from './__fixtures__/start-receiver.ts';
import { webhook } from './webhook.ts';

const analysis = {
  job: { id: 'abc123', title: 'Checkout times out', severity: 'critical', error_count: 7 },
  analysis: { root_cause: 'The pool ran dry.', systems: ['checkout', 'payments'] },
};
const other = `whsec_${Buffer.from('another secret, of 32 bytes too!').toString('base64')}`;

async function open(members: object = {}, options: ReceiverOptions = {}) {
  const receiver = await startReceiver({ namesTicket: false, ...options });
  const quick = { retry: { base_seconds: 0.01 }, timeouts: { connect: '500ms', read: '500ms' } };
  const config = { endpoint: `${receiver.url}/hooks/rca`, secret: signingSecret, ...quick, ...members };
  const bench = await openBench({ config: { webhook: config }, plugins: [webhook] }).catch(async (error: unknown) => {
    await receiver.close();
    throw error;
  });
  return {
    ...{ receiver, itsm: bench.itsm, adapter: bench.adapter() },
    [Symbol.asyncDispose]: async () => {
      await bench[Symbol.asyncDispose]();
      await receiver.close();
    },
  };
}

describe('an event', () => {
  it('has the shape of Standard Webhooks and the delivery’s key as its id, and 204 is enough', async () => {
    await using desk = await open({ defaults: { team: 'payments' } });
    const [delivery] = await desk.itsm.createTickets(analysis);
    expect(delivery).toMatchObject({ status: 'created', ticket: { id: delivery?.key, key: delivery?.key } });
    expect(desk.receiver.events()).toMatchObject([
      {
        id: delivery?.key,
        event: {
          type: 'analysis.completed',
          data: {
            ...{ key: delivery?.key, job: analysis.job, title: 'Checkout times out', severity: 'critical' },
            ...{ report: expect.stringContaining('## Root cause'), fields: { team: 'payments' } },
          },
        },
      },
    ]);
    expect(desk.receiver.events()[0]?.event).not.toHaveProperty('timestamp');
  });

  it('is made by a template: a text that is one placeholder stands for the value itself', async () => {
    const body = {
      text: 'Job {{ job.id }}: {{ analysis.root_cause }}',
      errors: '{{ job.error_count }}',
      list: ['{{ analysis.systems }}', '{{ analysis.nothing }}'],
      owner: '{{ job.owner }}',
    };
    await using desk = await open({ body });
    const [delivery] = await desk.itsm.createTickets(analysis);
    expect(desk.receiver.events()[0]?.event).toEqual({
      ...{ text: 'Job abc123: The pool ran dry.', errors: 7, list: [['checkout', 'payments']] },
    });
    expect(delivery?.warnings.map(({ message }) => message)).toEqual([
      'body.list[1]:1:4: analysis.nothing is not in the analysis',
      'body.owner:1:4: job.owner is not in the analysis',
    ]);
  });

  it('is refused in the config where its template is none', async () => {
    await expect(open({ body: { text: '{{ job.id' } })).rejects.toMatchObject({ kind: 'template' });
  });

  it('is shown with everything but what is made when it is sent', async () => {
    await using desk = await open({ headers: { 'x-key': 'correct horse' } });
    const [preview] = await desk.itsm.preview(analysis);
    expect(preview?.request.headers).toMatchObject({
      ...{ 'webhook-id': expect.stringMatching(/^itsm-/), 'x-key': '[secret]' },
      'webhook-signature': 'v1,[made when it is sent]',
    });
  });
});

describe('a secret that is rotated', () => {
  it('signs beside the old one: a receiver that knows either takes the event', async () => {
    await using desk = await open({ secret: other, previous_secrets: [signingSecret] });
    const [delivery] = await desk.itsm.createTickets(analysis);
    expect(delivery?.status).toBe('created');
  });

  it('that the receiver does not know is a failed sign-in, sent once', async () => {
    await using desk = await open({ secret: other });
    const [delivery] = await desk.itsm.createTickets(analysis);
    expect(delivery).toMatchObject({ status: 'failed', error: { kind: 'auth', message: 'Bad signature.' } });
    expect(desk.receiver.requests).toHaveLength(1);
  });

  it.each(['secret', `whsec_${'a'.repeat(40)}!`, 'whsec_c2hvcnQ='])(
    'is refused before anything is sent: %s',
    async secret => {
      await using desk = await open({ secret });
      const [delivery] = await desk.itsm.createTickets(analysis);
      expect(delivery).toMatchObject({ status: 'failed', error: { kind: 'config' } });
      expect(await checksOf(desk.adapter)).toMatchObject([{ step: 'signing secret', ok: false }]);
      expect(desk.receiver.requests).toEqual([]);
    },
  );
});

describe('an answer', () => {
  it('of 410 says that the endpoint is off', async () => {
    await using desk = await open();
    desk.receiver.fault({ effect: { kind: 'status', status: 410 } });
    const [delivery] = await desk.itsm.createTickets(analysis);
    expect(delivery?.error).toMatchObject({ kind: 'config', message: expect.stringContaining('410 Gone') });
  });

  it('that quotes the signing secret is told without it', async () => {
    await using desk = await open();
    desk.receiver.fault({ effect: { kind: 'status', status: 400, body: { error: `Not by ${signingSecret}.` } } });
    const [delivery] = await desk.itsm.createTickets(analysis);
    expect(delivery?.error).toMatchObject({ kind: 'rejected', message: 'Not by [secret].' });
  });

  it('that is a page counts, with a warning', async () => {
    await using desk = await open();
    desk.receiver.fault({ effect: { kind: 'status', status: 200, body: '<!doctype html>' } });
    const [delivery] = await desk.itsm.createTickets(analysis);
    expect(delivery).toMatchObject({ status: 'created', warnings: [{ code: 'answered-with-page' }] });
  });
});

describe('a change', () => {
  const note = { note: 'It is **over**.', id: 'n.1' };

  it('is an event of its own, under an id without a full stop', async () => {
    await using desk = await open({ events: ['note'] });
    await desk.itsm.createTickets(analysis);
    await desk.itsm.updateTickets('abc123', note);
    const [first, second] = desk.receiver.events();
    expect(second).toMatchObject({ event: { type: 'analysis.note', data: { note: 'It is **over**.\n' } } });
    expect(second?.id).toMatch(new RegExp(`^${first?.id}_[\\w-]+$`));
  });

  it.each([
    [true, 'updated', 2],
    [false, 'unknown', 1],
  ])('whose answer is lost, the receiver knowing ids again: %s', async (idempotent, status, sends) => {
    await using desk = await open({ events: ['note'], idempotent }, { deduplicates: idempotent });
    await desk.itsm.createTickets(analysis);
    desk.receiver.clearRequests();
    desk.receiver.fault({ effect: { kind: 'drop', commit: true } });
    expect(await desk.itsm.updateTickets('abc123', note)).toMatchObject([{ status }]);
    expect(desk.receiver.requests).toHaveLength(sends);
    expect(desk.receiver.events()).toHaveLength(2);
  });
});

it('is checked by a signed HEAD, and says what that does not tell', async () => {
  await using desk = await open();
  expect(await checksOf(desk.adapter)).toMatchObject([
    { ok: true },
    { ok: true, detail: expect.stringContaining('answered 404. No event') },
  ]);
  expect(desk.receiver.requests.map(({ method }) => method)).toEqual(['HEAD']);
  await expect(desk.adapter.find(callOf('itsm-1'))).resolves.toEqual({ kind: 'absent', conclusive: false });
});
