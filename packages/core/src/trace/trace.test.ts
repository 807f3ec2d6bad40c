import { PassThrough } from 'node:stream';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hostSdk } from '../__tests__/host-sdk.ts';
import { type Answer, answerJson, type LocalServer, localServer } from '../__tests__/local-server.ts';
import * as core from '../index.ts';

const sdk = hostSdk();
const { exporter, start: startSdk, within: inHost } = sdk;

let server: LocalServer;
let answers: Answer[] = [];
beforeAll(async () => {
  server = await localServer((answer, request) => (answers.shift() ?? created)(answer, request));
});
afterAll(() => server[Symbol.asyncDispose]());
afterEach(() => {
  answers = [];
  sdk.stop();
});

const created = answerJson(201, { id: 'D-1' });
const password = 'correct-horse-battery';
const words = 'Ada Lovelace cannot pay with her card';
const analysis = { job: { id: 'abc123', title: words, severity: 'high' }, analysis: { root_cause: words } };

const desk = core.definePlugin({
  name: 'desk',
  settings: z.strictObject({ endpoint: core.endpoint() }),
  fieldRules: { text: '{{ analysis.root_cause }}', seen_in: 'trace {{ trace_id }}' },
  template: { file: 'desk.md', format: 'markdown', text: '{{ analysis.root_cause }}' },
  settleWindowMs: 0,
  connect({ endpoint }, { createHttp }) {
    const auth = core.basicAuth(
      'rca',
      core.secretHandle(async () => password),
    );
    const http = createHttp({ baseURL: endpoint, auth, errorMessage: body => JSON.stringify(body) });
    return {
      writes: true,
      resolve: async draft => draft,
      prepare: ({ fields, traceId }) => ({ ...fields, traceId: traceId ?? null }),
      describe: (payload: object) => core.describeJson('POST', endpoint, payload, { masked: {} }),
      async create(payload) {
        const { data } = await http.post('/tickets', payload, { params: { q: words } });
        const ticket = { id: data.id, key: data.id, url: `${endpoint}/${data.id}`, names: {} };
        return { kind: 'created', ticket, warnings: [] };
      },
      find: async () => ({ kind: 'absent', conclusive: true }),
      update: async ticket => ({ ticket, warnings: [] }),
      async *check() {},
    };
  },
});

const neverWrites: core.AdapterDecorator = {
  needsSecrets: false,
  wrap: inner => ({
    ...inner,
    writes: false,
    create: async payload => ({ kind: 'dry-run', payload, warnings: [] }),
  }),
};

async function open(members: object = {}) {
  const stream = new PassThrough();
  const retry = { max_retries: 1, base_seconds: 0.01, later: [] };
  const config = { desk: { endpoint: server.url, retry, ...members } };
  const logger = core.createLogger({ stream, readable: false });
  const decorators = { dry_run: neverWrites };
  const itsm = await core.createItsm({ config: { value: config }, plugins: [desk], decorators, env: {}, logger });
  const log = () =>
    String(stream.read() ?? '')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
  return { itsm, log };
}

/** The spans as an outline, by their parents. */
function outline(spans: readonly ReadableSpan[]): readonly string[] {
  const ids = new Set(spans.map(span => span.spanContext().spanId));
  const below = (parent: string | undefined, indent: string): readonly string[] =>
    spans
      .filter(({ parentSpanContext: up }) => (up && ids.has(up.spanId) ? up.spanId : undefined) === parent)
      .flatMap(span => [`${indent}${span.name}`, ...below(span.spanContext().spanId, `${indent}  `)]);
  return below(undefined, '');
}
const spanOf = (name: string) => exporter.getFinishedSpans().find(span => span.name === name);

describe('with the SDK of the host', () => {
  it('a dry run that is approved another day is sent in its own trace, which stands in what was shown', async () => {
    startSdk();
    const { itsm } = await open({ dry_run: true });
    await inHost(() => itsm.createTickets(analysis));
    const [dryRun] = (await itsm.rehearsals({ limit: 1 })).records;
    const { traceId } = spanOf('itsm.deliver')?.spanContext() ?? {};
    expect(dryRun?.payload).toMatchObject({ seen_in: `trace ${traceId}`, traceId });
    const approval = await inHost(() => itsm.approveRehearsal(dryRun?.id ?? 0n, { by: 'anna' }));
    expect(approval).toMatchObject({ kind: 'delivered', delivery: { status: 'created' } });
    expect(spanOf('itsm.create')?.spanContext().traceId).toBe(traceId);
    await itsm.close();
  });

  it('a dry run is sent as it was shown, whether or not who made it has an SDK, or who approves it', async () => {
    const { itsm } = await open({ dry_run: true });
    const approved = async (jobId: string) => {
      const [dryRun] = (await itsm.rehearsals({ limit: 1 })).records;
      expect(dryRun).toMatchObject({ jobId });
      return itsm.approveRehearsal(dryRun?.id ?? 0n, { by: 'anna' });
    };
    const job = (id: string) => ({ ...analysis, job: { ...analysis.job, id } });
    const sent = { kind: 'delivered', delivery: { status: 'created' } };
    await itsm.createTickets(job('without'));
    startSdk();
    expect(await inHost(() => approved('without'))).toMatchObject(sent);
    await inHost(() => itsm.createTickets(job('with')));
    sdk.stop();
    expect(await approved('with')).toMatchObject(sent);
    await itsm.close();
  });

  it('a delivery is a span of the caller’s trace, and tells where the time went', async () => {
    startSdk();
    const { itsm } = await open();
    answers = [answerJson(503, {})];
    await inHost(() => itsm.createTickets(analysis));
    expect(outline(exporter.getFinishedSpans())).toEqual([
      'rca',
      '  itsm.deliver',
      '    itsm.render',
      '    itsm.map',
      '    itsm.claim',
      '    itsm.resolve',
      '    itsm.prepare',
      '    itsm.create',
      '      POST',
      '    itsm.find',
      '    itsm.prepare',
      '    itsm.create',
      '      POST',
      '    itsm.settle',
    ]);
    expect(spanOf('itsm.deliver')?.attributes).toMatchObject({
      ...{ 'itsm.job_id': 'abc123', 'itsm.integration': 'desk', 'itsm.platform': 'desk', 'itsm.asked_by': 'request' },
      ...{ 'itsm.status': 'created', 'itsm.attempts': 2, 'itsm.ticket_id': 'D-1', 'itsm.dry_run': false },
    });
    const posts = exporter.getFinishedSpans().filter(({ kind }) => kind === SpanKind.CLIENT);
    expect(posts.map(({ attributes }) => attributes)).toMatchObject([
      {
        'http.request.method': 'POST',
        'server.port': server.port,
        'url.path': '/tickets',
        'error.type': 'outcome-unknown',
      },
      { 'server.address': '127.0.0.1', 'http.response.status_code': 201 },
    ]);
    await itsm.close();
  });

  it('the trace is on the ticket, in a template and in the log', async () => {
    startSdk();
    const { itsm, log } = await open();
    await inHost(() => itsm.createTickets(analysis));
    const traceId = spanOf('rca')?.spanContext().traceId;
    expect(JSON.parse(server.received.at(-1)?.body ?? '')).toMatchObject({ traceId, seen_in: `trace ${traceId}` });
    expect(log()).toMatchObject([{ trace_id: traceId, span_id: spanOf('itsm.deliver')?.spanContext().spanId }]);
    await itsm.close();
  });

  it('a worker goes on in the trace in which it was enqueued, through its retries', async () => {
    startSdk();
    const { itsm } = await open();
    await inHost(() => itsm.enqueue(analysis));
    const [enqueued, rca] = [spanOf('itsm.enqueue'), spanOf('rca')];
    expect(enqueued?.kind).toBe(SpanKind.PRODUCER);
    const stop = new AbortController();
    const work = itsm.work({ signal: stop.signal });
    for await (const event of itsm.events({ after: 0n })) if (event.type === 'ticket-created') break;
    stop.abort();
    await work;
    const delivered = spanOf('itsm.deliver');
    expect(delivered).toMatchObject({ kind: SpanKind.CONSUMER, parentSpanContext: { isRemote: true } });
    expect(delivered?.parentSpanContext?.spanId).toBe(enqueued?.spanContext().spanId);
    expect(delivered?.spanContext().traceId).toBe(rca?.spanContext().traceId);
    await itsm.close();
  });

  it('a later change of the ticket is a span as well', async () => {
    startSdk();
    const { itsm } = await open();
    await itsm.createTickets(analysis);
    exporter.reset();
    await inHost(() => itsm.updateTickets('abc123', { note: words }));
    expect(outline(exporter.getFinishedSpans())).toEqual(['rca', '  itsm.change']);
    expect(spanOf('itsm.change')?.attributes).toMatchObject({
      ...{ 'itsm.change': 'note', 'itsm.status': 'updated', 'itsm.ticket_id': 'D-1' },
    });
    await itsm.close();
  });

  it('a failure is known by its kind, and no span holds a secret or a word of the analysis or the platform', async () => {
    startSdk();
    const { itsm, log } = await open();
    answers = [answerJson(401, { error: `${words}: ${password} is wrong` })];
    await inHost(() => itsm.createTickets(analysis));
    expect(spanOf('itsm.deliver')).toMatchObject({
      status: { code: SpanStatusCode.ERROR, message: 'auth (401)' },
      attributes: { 'error.type': 'auth', 'itsm.status': 'failed' },
      events: [{ name: 'exception', attributes: { 'exception.type': 'ItsmError', 'exception.message': 'auth (401)' } }],
    });
    const written = JSON.stringify(
      exporter.getFinishedSpans().map(({ name, attributes, status, events }) => ({ name, attributes, status, events })),
    );
    for (const text of [password, btoa(`rca:${password}`), words, encodeURIComponent(words)]) {
      expect(written).not.toContain(text);
    }
    expect(JSON.stringify(log())).toContain(words);
    await itsm.close();
  });
});

describe('without an SDK', () => {
  it('nothing is traced, and nothing is missing', async () => {
    const { itsm, log } = await open();
    await itsm.createTickets(analysis);
    expect(exporter.getFinishedSpans()).toEqual([]);
    expect(JSON.parse(server.received.at(-1)?.body ?? '')).toMatchObject({ traceId: null, seen_in: 'trace ' });
    const [line] = log();
    expect(line).toMatchObject({ message: 'Ticket created successfully' });
    expect(line).not.toHaveProperty('trace_id');
    expect(line).not.toHaveProperty('warnings');
    await itsm.close();
  });
});
