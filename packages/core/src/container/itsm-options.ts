import type { ContainerModule } from 'inversify';
import type { Registry as MetricsRegistry } from 'prom-client';
import type { Logger } from 'winston';
import type { ConfigSource } from '../config/config.ts';
import type { AdapterDecorator, EventSink, ItsmPlugin, SecretProvider } from '../contracts.ts';
import type { LedgerOption } from '../spool/given-ledger.ts';

/** What `createItsm` takes. */
export interface ItsmOptions {
  /** A file's path, or the config itself. */
  readonly config: string | ConfigSource;
  readonly plugins: readonly ItsmPlugin[];
  /** What the config calls a plugin that has another name: a package, a path. By that, the name of one of `plugins`. */
  readonly pluginAliases?: Readonly<Record<string, string>>;
  /** For the error of a plugin that is not among them: ends `Name a registered one …, `. */
  readonly pluginAdvice?: (name: string) => string;
  /** By config member: `{ dry_run: dryRun }`. */
  readonly decorators?: Readonly<Record<string, AdapterDecorator>>;
  /**
   * A function is called once the config has been found right.
   * @default in memory: nothing is known after the process ends, so that a second run cannot tell what the first one sent
   */
  readonly ledger?: LedgerOption;
  /**
   * Where analyses wait with `$settings.on_ledger_unavailable: "spool"` while `ledger` is not there.
   * @default '.itsm/spool'
   */
  readonly spoolDir?: string;
  /** Besides the log and the metrics. */
  readonly sinks?: readonly EventSink[];
  /** The host's prom-client registry. */
  readonly registry?: MetricsRegistry;
  /** The host's winston logger, or what makes it when there is a first line. @default JSON lines on standard error */
  readonly logger?: Logger | (() => Logger);
  /** Besides the environment, `.env` beside the config, and files. */
  readonly secretProviders?: readonly SecretProvider[];
  /** The provider of a scheme that none of them has, looked for when a reference is read. @default there is none */
  readonly findSecretProvider?: (scheme: string) => Promise<SecretProvider>;
  /** @default process.env */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Only these integrations of the config. @default all */
  readonly only?: readonly string[];
  /** Decorator members that count as true in every integration: `['dry_run']`. */
  readonly switchOn?: readonly string[];
  /** Loaded last: what they rebind of `tokens` wins. */
  readonly modules?: readonly ContainerModule[];
}
