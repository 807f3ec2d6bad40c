import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { LogEntry, Logger } from 'winston';
import type { OpenItsmDeps } from '../calls/call-deps.ts';
import type { ConfigDeps } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import type { EventSink, Integration } from '../contracts.ts';
import { beginAtZero } from '../emit/begin-at-zero.ts';
import { createLogger } from '../emit/create-logger.ts';
import { fanOut } from '../emit/fan-out.ts';
import { lateLogger } from '../emit/late-logger.ts';
import { lateMetrics } from '../emit/late-metrics.ts';
import { logSink } from '../emit/log-sink.ts';
import { problemLine } from '../emit/problem-line.ts';
import { secretNewsLine } from '../emit/secret-news-line.ts';
import { spoolMetric } from '../emit/spool-metric.ts';
import { toldSurely } from '../emit/told-surely.ts';
import { warnThat } from '../emit/warn-that.ts';
import type { Itsm } from '../itsm.ts';
import { ItsmError } from '../itsm-error.ts';
import { openItsm } from '../open-itsm.ts';
import { inLocalTime } from '../record/in-local-time.ts';
import { createRedactor } from '../redact/create-redactor.ts';
import { createRegistry } from '../registry.ts';
import { createHttp } from '../send/create-http.ts';
import { failureOf } from '../send/failure-of.ts';
import { createSpool } from '../spool/create-spool.ts';
import { givenLedger } from '../spool/given-ledger.ts';
import { spoolFolder } from '../spool/spool-folder.ts';
import { takeInSpool } from '../spool/take-in-spool.ts';
import { createStages } from './create-stages.ts';
import { defaultParts, type OwnParts } from './default-parts.ts';
import { inFile } from './in-file.ts';
import type { ItsmOptions } from './itsm-options.ts';
import { liveTwin } from './live-twin.ts';
import { needingSecrets } from './needing-secrets.ts';
import type { Parts } from './parts.ts';
import { readConfig } from './read-config.ts';
import { withAliases } from './with-aliases.ts';

/** What `createItsm` does, once it is loaded. */
export async function composeItsm(options: ItsmOptions): Promise<Itsm> {
  const { source, secretProviders, readText } = await readConfig(options);
  const logger = lateLogger(options.logger ?? jsonLog);
  const log = toldSurely((line: LogEntry) => logger().log(line), warnThat('The log failed'));
  const metrics = lateMetrics({
    registry: options.registry,
    begin(registry) {
      beginAtZero(
        registry,
        connected.map(({ integration, adapter }) => ({ platform: integration.plugin, writes: adapter.writes })),
      );
      if (spool) spoolMetric(registry, spool.size);
    },
    onError: sinkFailed,
  });
  const lines: EventSink = { emit: event => logSink(logger()).emit(event) };
  const parts = await partsOf(options, { sinks: [lines, metrics.sink], secretProviders });
  const { clock, random } = parts;

  const registry = createRegistry({ ...parts, createHttp });
  const reading: ConfigDeps = {
    plugins: withAliases(registry.plugins, options.pluginAliases ?? {}),
    ...(options.pluginAdvice ? { pluginAdvice: options.pluginAdvice } : {}),
    decorators: registry.decorators,
    secretProviders: parts.secretProviders,
    ...(options.findSecretProvider ? { findSecretProvider: options.findSecretProvider } : {}),
    onSecretNews: news => log(secretNewsLine(news)),
    readText,
    ...(options.only ? { only: options.only } : {}),
    ...(options.switchOn ? { switchOn: options.switchOn } : {}),
  };
  const { settings, integrations } = await loadConfig(source, reading);
  if (integrations.length === 0) {
    const file = source.file ?? 'config';
    throw new ItsmError('config', `${file}: has no integration; add one, such as "servicenow" or "jira".`);
  }
  const enabled = integrations.filter(integration => integration.enabled);
  const redactor = createRedactor(settings.redact);
  const shared = { redactor, lanes: () => ledger.lanes, onRetryAfter: metrics.onRetryAfter };
  const connect = (integration: Integration, live = false) =>
    inFile(source, integration.name, () => registry.connect(integration, settings.environment, shared, live));
  const connectLive = async (name: string) => {
    const decorators = needingSecrets(reading.decorators);
    const [integration] = (await loadConfig(source, { ...reading, decorators, only: [name] })).integrations;
    if (integration) return connect(integration, true);
    throw new ItsmError('config', `${name} is not in the config any more.`);
  };
  const connected = enabled.map(integration => {
    const one = connect(integration);
    return one.adapter.writes || one.neverSends ? one : { ...one, live: liveTwin(() => connectLive(integration.name)) };
  });
  // Without a ledger of its own the host's Itsm forgets: what it took in from the spool would be lost.
  const spools = options.ledger && settings.onLedgerUnavailable === 'spool';
  const spool = spools
    ? createSpool(spoolFolder(resolve(options.spoolDir ?? '.itsm/spool')), problem => log(spooledLine(problem)))
    : undefined;
  // Whoever has a registry reads it without asking us. Where it does not take our metrics, no ledger is left open.
  if (options.registry) metrics.registry();
  const given = options.ledger && (await givenLedger(options.ledger, settings));
  // Also one that a module has bound: whoever gives it, it has a clock of its own.
  const ledger = inLocalTime(given ? given.ledger : parts.ledger(clock), clock);
  if (given?.away) spool?.report(given.away);
  const sink = fanOut(parts.sinks(ledger), sinkFailed);
  const deps: OpenItsmDeps = {
    connected,
    disabled: integrations.filter(integration => !integration.enabled),
    environment: settings.environment,
    retentionDays: settings.retentionDays,
    ledger,
    sink,
    clock,
    metrics: metrics.registry,
    redactor,
    ...createStages({ ledger, sink, clock, random }),
    newId: randomUUID,
    spool,
    onWorkProblem: problem => log(problemLine(problem)),
  };
  if (!given?.away) await takeInSpool(deps);
  return openItsm(deps);
}

/** Only a host with modules of its own has inversify loaded, 245 files. */
async function partsOf(options: ItsmOptions, own: OwnParts): Promise<Parts> {
  const parts = defaultParts(options, own);
  const { modules = [] } = options;
  if (modules.length === 0) return parts;
  const { reboundParts } = await import('./rebound-parts.ts');
  return reboundParts(parts, modules);
}

const spooledLine = (problem: unknown): LogEntry => ({
  ...{ level: 'warn', message: 'Analyses are spooled' },
  error: failureOf(problem, 'ledger'),
});

const jsonLog = (): Logger => createLogger({ stream: process.stderr, readable: false });

const sinkFailed = warnThat('An event sink failed');
