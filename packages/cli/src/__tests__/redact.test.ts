import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createItsm,
  createLogger,
  createMemoryLedger,
  ItsmError,
  type ItsmEvent,
  type Ledger,
} from '@itsm-bridge/core';
import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { jira } from '@itsm-bridge/plugin-jira';
import { servicenow } from '@itsm-bridge/plugin-servicenow';
import { type JiraSimulator, type ServiceNowSimulator, startJira, startServiceNow } from '@itsm-bridge/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxSecrets, specConfig } from './shell.ts';

const redact = ['email', 'credit_card', 'jwt', { name: 'customer', pattern: '\\bC-\\d{4,}\\b' }];
/** What the config itself says. */
const own = ['rca.engine@company.com'];
/** Written apart from the patterns that take them out. */
const planted = [
  'bob.smith@example.com',
  '4111 1111 1111 1111',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig',
  'C-123456',
];
const [bob = '', card = '', jwt = '', customer = ''] = planted;
const memoryLedger = () => createMemoryLedger({ clock: { now: () => new Date() } });
const signs = /bob\.smith|@example\.com|4111|1111|eyJ|C-\d{4}/;

const analysis = {
  job: { id: 'abc123', title: `Payment of ${bob} fails`, severity: 'high', url: `https://rca.example.com/?t=${jwt}` },
  fingerprint: 'payments-fail',
  analysis: {
    executive_summary: `Card ${card} of **bob.smith**\\@example.com was declined for ${customer}.`,
    root_cause: { [bob]: [`token ${jwt}`, card] },
    timeline: [{ at: '12:01', event: `login of ${bob}` }],
  },
};

let servicenowAt: ServiceNowSimulator;
let jiraAt: JiraSimulator;
let dir: string;
beforeAll(async () => {
  servicenowAt = await startServiceNow();
  jiraAt = await startJira();
  dir = await mkdtemp(join(tmpdir(), 'itsm-redact-'));
});
afterAll(async () => {
  await servicenowAt.close();
  await jiraAt.close();
  await rm(dir, { recursive: true, force: true });
});

interface Opening {
  readonly settings?: object;
  readonly members?: object;
  readonly ledger?: Ledger | (() => Promise<Ledger>);
}

async function open({ settings = { redact }, members = {}, ledger = memoryLedger() }: Opening = {}) {
  const config = JSON.parse(await specConfig(servicenowAt.url, jiraAt.url));
  const entries = Object.entries(config).map(([name, entry]) => [name, { ...(entry as object), ...members }]);
  const log = new PassThrough();
  const events: ItsmEvent[] = [];
  const itsm = await createItsm({
    config: { value: { $settings: settings, ...Object.fromEntries(entries) } },
    plugins: [servicenow, jira],
    decorators: { dry_run: dryRun },
    env: sandboxSecrets,
    sinks: [{ emit: event => void events.push(event) }],
    logger: createLogger({ stream: log, readable: false }),
    ...{ ledger, spoolDir: dir },
  });
  return { itsm, events, logged: () => String(log.read() ?? '') };
}

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? String(member) : member));

describe('what $settings.redact takes out of an analysis', () => {
  it('reaches no ticket, row, event, log line or preview', async () => {
    const ledger = memoryLedger();
    const { itsm, events, logged } = await open({ ledger });
    const previews = await itsm.preview(analysis);
    const deliveries = await itsm.createTickets(analysis);
    await itsm.updateTickets('abc123', { note: `Also of **bob.smith**\\@example.com, ${bob} and ${customer}.` });
    const content = new TextEncoder().encode(`login ${bob}`);
    await itsm.updateTickets('abc123', { attach: { name: `${customer}.log`, content, mediaType: 'text/plain' } });
    const kept = await Promise.all(deliveries.map(({ key }) => ledger.handedIn(key).then(({ analysis }) => analysis)));
    const seen = {
      ...{ previews, deliveries, kept, events, log: logged(), records: await itsm.deliveries() },
      sent: [...servicenowAt.requests, ...jiraAt.requests],
      tickets: [servicenowAt.incidents(), jiraAt.issues()],
    };
    await itsm.close();
    expect(deliveries.map(({ status }) => status)).toEqual(['created', 'created']);
    for (const [where, value] of Object.entries(seen)) {
      const text = textOf(value);
      expect(text.length, where).toBeGreaterThan(100);
      expect(text, where).not.toMatch(signs);
    }
    expect(textOf(seen.sent)).toContain('[redacted:customer].log');
  });

  it('is counted in the preview, by name', async () => {
    const { itsm } = await open();
    const [preview] = await itsm.preview(analysis);
    await itsm.close();
    expect(preview?.redacted).toEqual({ email: 4, credit_card: 2, jwt: 2, customer: 1 });
  });

  it('makes no second ticket where it changes', async () => {
    const ledger = memoryLedger();
    const job = { ...analysis.job, id: 'def456' };
    const before = await open({ settings: {}, ledger });
    const first = await before.itsm.createTickets({ ...analysis, job });
    const after = await open({ ledger });
    const second = await after.itsm.createTickets({ ...analysis, job });
    expect(second.map(({ key, existing, ticket }) => [key, existing, ticket?.key])).toEqual(
      first.map(({ key, ticket }) => [key, true, ticket?.key]),
    );
  });

  it('reaches no dry run and no error', async () => {
    const { itsm, events, logged } = await open({ members: { dry_run: true } });
    const deliveries = await itsm.createTickets(analysis);
    const wrong = { ...analysis, job: { ...analysis.job, severity: bob } };
    const problem: unknown = await itsm.createTickets(wrong).catch((error: unknown) => error);
    await itsm.close();
    expect(ItsmError.is(problem) && problem.message).toContain('found the text "[redacted:email]"');
    expect(textOf([deliveries, events, logged()])).not.toMatch(signs);
  });

  it('waits in no spool, and is taken out of what was spooled before', async () => {
    const away = async () => {
      throw new ItsmError('ledger', 'away');
    };
    const spool = { on_ledger_unavailable: 'spool' };
    const read = async () =>
      Promise.all((await readdir(dir)).map(name => readFile(join(dir, name), 'utf8'))).then(texts => texts.join(''));
    const before = await open({ settings: spool, ledger: away });
    await before.itsm.createTickets({ ...analysis, job: { ...analysis.job, id: 'old' } });
    expect(await read()).toContain(bob);
    const ledger = memoryLedger();
    const next = await open({ settings: { ...spool, redact }, ledger: async () => ledger });
    const rows = await next.itsm.deliveries();
    expect(rows.map(({ jobId, status }) => [jobId, status])).toEqual([
      ['old', 'pending'],
      ['old', 'pending'],
    ]);
    expect(
      textOf(await Promise.all(rows.map(({ key }) => ledger.handedIn(key).then(({ analysis }) => analysis)))),
    ).not.toMatch(signs);
    const after = await open({ settings: { ...spool, redact }, ledger: away });
    await after.itsm.createTickets(analysis);
    expect(await read()).toContain('[redacted:email]');
    expect(await read()).not.toMatch(signs);
  });
});

describe('whatever an analysis says', () => {
  const secretOr = fc.oneof(
    fc.constantFrom(...planted, 'bob\\.smith@example.com', 'bob.smith&#64;example.com', '**bob.smith**@example.com'),
    fc.constantFrom('\n\n', '*', '`', '[', '](', ')', '|', '\n- ', '<b>', '\\', '&amp;', ' ', '{{ job.id }}', 'x', '1'),
    fc.string({ maxLength: 5 }),
  );
  const words = fc.array(secretOr, { minLength: 1, maxLength: 8 }).map(parts => parts.join(''));
  const found = [
    /[\w.%+-]+@(?:[\w-]+\.)+[a-z]{2,}/i,
    /\b4111([ -]?)1111\1 1111/,
    /eyJ[\w-]{5,}\.eyJ[\w-]+\./,
    /\bC-\d{4,}\b/,
  ];

  it('no payload for ServiceNow or Jira holds it', async () => {
    const { itsm } = await open();
    await fc.assert(
      fc.asyncProperty(words, words, fc.constantFrom('markdown', 'html', undefined), async (title, text, format) => {
        const report = format && { report: { format, content: text } };
        const job = { id: 'any', title: `t ${title}`, severity: 'low', labels: [text], affected_systems: [text] };
        const given = {
          job,
          analysis: { executive_summary: text, [text]: title, root_cause: [title, { text }] },
          ...report,
        };
        for (const { request } of await itsm.preview(given)) {
          const strings = stringsIn(JSON.parse(request.body)).filter(one => !own.includes(one));
          for (const pattern of found) expect(strings.filter(one => pattern.test(one))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
    await itsm.close();
  });
});

const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, member]) => [name, ...stringsIn(member)])
      : [];
