import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { Container } from 'inversify';
import type { LogEntry, Logger } from 'winston';
import type { OpenItsmDeps } from '../calls/call-deps.ts';
import type { ConfigDeps } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import type { EventSink, Integration } from '../contracts.ts';
import { beginAtZero } from '../emit/begin-at-zero.ts';
import { countingSinks } from '../emit/counting-sinks.ts';
import { createLogger } from '../emit/create-logger.ts';
import { lateLogger } from '../emit/late-logger.ts';
import { logSink } from '../emit/log-sink.ts';
import { promClient } from '../emit/prom-client.ts';
import { retryAfterMetric } from '../emit/retry-after-metric.ts';
import { secretNewsLine } from '../emit/secret-news-line.ts';
import { spoolMetric } from '../emit/spool-metric.ts';
import { toldSurely } from '../emit/told-surely.ts';
import { warnThat } from '../emit/warn-that.ts';
import type { Itsm } from '../itsm.ts';
import { ItsmError } from '../itsm-error.ts';
import { openItsm } from '../open-itsm.ts';
import { inLocalTime } from '../record/in-local-time.ts';
import { createRedactor } from '../redact/create-redactor.ts';
import { failureOf } from '../send/failure-of.ts';
import { createSpool } from '../spool/create-spool.ts';
import { givenLedger } from '../spool/given-ledger.ts';
import { spoolFolder } from '../spool/spool-folder.ts';
import { takeInSpool } from '../spool/take-in-spool.ts';
import { coreModule } from './core-module.ts';
import { inFile } from './in-file.ts';
import { internalTokens } from './internal-tokens.ts';
import type { ItsmOptions } from './itsm-options.ts';
import { liveTwin } from './live-twin.ts';
import { needingSecrets } from './needing-secrets.ts';
import { readConfig } from './read-config.ts';
import { tokens } from './tokens.ts';
import { withAliases } from './with-aliases.ts';

/** What `createItsm` does, once it is loaded. */
export async function composeItsm(options: ItsmOptions): Promise<Itsm> {
  const metrics = options.registry ?? new (promClient().Registry)();
  const { source, secretProviders, readText } = await readConfig(options);
  const container = new Container();
  container.load(coreModule);
  for (const plugin of options.plugins) container.bind(tokens.plugin).toConstantValue(plugin);
  container.bind(tokens.decorators).toConstantValue(options.decorators ?? {});
  for (const provider of secretProviders) container.bind(tokens.secretProvider).toConstantValue(provider);
  const logger = lateLogger(options.logger ?? jsonLog);
  const log = toldSurely((line: LogEntry) => logger().log(line), warnThat('The log failed'));
  const lines: EventSink = { emit: event => logSink(logger()).emit(event) };
  for (const sink of [lines, ...countingSinks(metrics), ...(options.sinks ?? [])]) {
    container.bind(tokens.sink).toConstantValue(sink);
  }
  for (const module of options.modules ?? []) container.load(module);

  const registry = container.get(internalTokens.registry);
  const reading: ConfigDeps = {
    plugins: withAliases(registry.plugins, options.pluginAliases ?? {}),
    ...(options.pluginAdvice ? { pluginAdvice: options.pluginAdvice } : {}),
    decorators: registry.decorators,
    secretProviders: container.getAll(tokens.secretProvider),
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
  const shared = { redactor, lanes: () => container.get(tokens.ledger).lanes, onRetryAfter: retryAfterMetric(metrics) };
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
  const platforms = connected.filter(({ adapter }) => adapter.writes).map(({ integration }) => integration.plugin);
  beginAtZero(metrics, platforms);
  const given = options.ledger && (await givenLedger(options.ledger, settings));
  // Also one that a module has bound: whoever gives it, it has a clock of its own.
  const ledger = inLocalTime(given ? given.ledger : container.get(tokens.ledger), container.get(tokens.clock));
  container.rebind(tokens.ledger).toConstantValue(ledger);
  // Without a ledger of its own the host's Itsm forgets: what it took in from the spool would be lost.
  const spools = given && settings.onLedgerUnavailable === 'spool';
  const spool = spools
    ? createSpool(spoolFolder(resolve(options.spoolDir ?? '.itsm/spool')), problem => log(spooledLine(problem)))
    : undefined;
  if (spool) spoolMetric(metrics, spool.size);
  if (given?.away) spool?.report(given.away);
  const deps: OpenItsmDeps = {
    connected,
    disabled: integrations.filter(integration => !integration.enabled),
    environment: settings.environment,
    retentionDays: settings.retentionDays,
    ledger,
    sink: container.get(internalTokens.fanOut),
    clock: container.get(tokens.clock),
    metrics,
    deliver: container.get(internalTokens.deliver),
    redactor,
    followUp: container.get(internalTokens.followUp),
    update: container.get(internalTokens.update),
    newId: randomUUID,
    spool,
  };
  if (!given?.away) await takeInSpool(deps);
  return openItsm(deps);
}

const spooledLine = (problem: unknown): LogEntry => ({
  ...{ level: 'warn', message: 'Analyses are spooled' },
  error: failureOf(problem, 'ledger'),
});

const jsonLog = (): Logger => createLogger({ stream: process.stderr, readable: false });
