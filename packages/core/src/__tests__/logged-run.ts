import { PassThrough } from 'node:stream';
import { z } from 'zod';
import { createItsm } from '../container/create-itsm.ts';
import type { LiveOutcome, NewEvent } from '../contracts.ts';
import { definePlugin } from '../define-plugin.ts';
import { createLogger } from '../emit/create-logger.ts';
import { logSink } from '../emit/log-sink.ts';
import { problemLine } from '../emit/problem-line.ts';
import { twinsEvent } from '../emit/twins-event.ts';
import { ItsmError } from '../itsm-error.ts';
import { badRequest, brokenAnswer, refused } from './failures.ts';
import { analysisOf, ticket } from './samples.ts';
import { created, found, notSeen, scriptedAdapter } from './scripted-adapter.ts';
import { testItsm } from './test-itsm.ts';

export type Line = Readonly<Record<string, unknown>>;

/** The lines of a run in which everything happens that has a line. */
export async function loggedRun(): Promise<readonly Line[]> {
  const stream = new PassThrough();
  const logger = createLogger({ stream, readable: false });
  const sink = logSink(logger);
  const events = [...(await deliveries()), ...(await reviewed()), ...(await rehearsed())];
  for (const event of events) sink.emit({ ...event, id: 1n });
  logger.log(problemLine({ integration: 'jira', key: 'itsm-0', error: new ItsmError('ledger', 'It is away.') }));
  await spooling(logger);
  return String(stream.read())
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
}

async function deliveries(): Promise<readonly NewEvent[]> {
  const warnings = [{ code: 'field-dropped', message: 'u_one: sent "1", stored "".', field: 'u_one' }];
  const adapter = scriptedAdapter({
    create: [
      { kind: 'created', ticket, warnings },
      refused(),
      created,
      badRequest(),
      brokenAnswer(502),
      brokenAnswer(502),
    ],
    find: [found, notSeen],
    update: [{ ticket, warnings: [] }, badRequest()],
  });
  const { itsm, told, ledger, clock } = testItsm({ adapters: { snow_eu: adapter }, policy: { maxRetries: 1 } });
  for (const jobId of ['a', 'b', 'c', 'd']) await itsm.createTickets(analysisOf('critical', jobId));
  const lost = testItsm({
    adapters: { snow_eu: scriptedAdapter({ create: [brokenAnswer(502)], find: [notSeen] }) },
    policy: { maxRetries: 0 },
  });
  await lost.itsm.createTickets(analysisOf('critical', 'e'));
  await itsm.updateTickets('a', { note: 'More.' });
  await itsm.updateTickets('a', { note: 'Even more.' });
  const [record] = await ledger.deliveries({ jobId: 'a' });
  const now = clock.now();
  const twin = { ...ticket, key: 'INC0012399' };
  return [...told, ...lost.told, ...(record ? [twinsEvent(record, ticket, [twin], { began: now, now })] : [])];
}

/** A doubt that no look ends, where the config leaves it to a person. */
async function reviewed(): Promise<readonly NewEvent[]> {
  const review = { critical: 'review', high: 'review', medium: 'review', low: 'review' } as const;
  const adapter = scriptedAdapter({ find: [notSeen, notSeen] });
  const { itsm, told, settle, clock } = testItsm({
    ...{ adapters: { servicenow: adapter }, policy: { onUnresolved: review } },
  });
  const [from, until] = [new Date(clock.now().getTime() - 600_000), new Date(clock.now().getTime() - 500_000)];
  const error = { kind: 'outcome-unknown', message: 'No answer.' } as const;
  const doubt = { from, until, answered: false };
  const unknown: LiveOutcome = { kind: 'unknown', error, doubt, notBefore: until, warnings: [] };
  await settle('f', unknown);
  await itsm.createTickets(analysisOf('critical', 'f'));
  return told;
}

async function rehearsed(): Promise<readonly NewEvent[]> {
  const rehearsal = { kind: 'dry-run', payload: { title: 'Disk full' }, warnings: [] } as const;
  const adapter = scriptedAdapter({ writes: false, create: [rehearsal], update: [{ ticket, warnings: [] }] });
  const { itsm, told, settle } = testItsm({ adapters: { servicenow: adapter } });
  await itsm.createTickets(analysisOf('critical', 'g'));
  await settle('h', { kind: 'created', ticket, warnings: [] });
  await itsm.updateTickets('h', { note: 'More.' });
  return told;
}

/** A start without the ledger. */
async function spooling(logger: ReturnType<typeof createLogger>): Promise<void> {
  const config = { value: { $settings: { on_ledger_unavailable: 'spool' }, desk: {} } };
  const ledger = () => Promise.reject(new ItsmError('ledger', 'It is away.'));
  await createItsm({ config, plugins: [desk], ledger, logger, env: {}, spoolDir: '/nowhere' });
}

const desk = definePlugin({
  name: 'desk',
  settings: z.strictObject({}),
  fieldRules: {},
  template: { file: 'desk.md', format: 'markdown', text: '' },
  settleWindowMs: 0,
  connect: () => scriptedAdapter({}),
});
