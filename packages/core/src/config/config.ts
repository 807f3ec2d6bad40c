import type { AdapterDecorator, Integration, ItsmPlugin, Secret, SecretProvider } from '../contracts.ts';
import type { Pattern } from '../redact/pattern.ts';
import type { SecretNews } from './secrets/kept-handle.ts';
import type { FindSecretProvider } from './secrets/provider-of.ts';
import type { Selection } from './select-entries.ts';

/** The text of a file, or an object of the host. `file` is for messages, and what paths in the config are relative to. */
export type ConfigSource =
  | { readonly file: string; readonly text: string }
  | { readonly file?: string; readonly value: unknown };

export interface Config {
  readonly settings: Settings;
  /** In the order of the file, the disabled ones too. */
  readonly integrations: readonly Integration[];
}

/** `$settings` */
export interface Settings {
  /** Part of every key, so that test and production never take each other's tickets for their own. */
  readonly environment: string;
  /** A PostgreSQL URL, not read before it is revealed: a preview needs none. */
  readonly database: Secret | undefined;
  /** `fail` tells the caller at once; `spool` keeps the analysis in a file until the ledger is there. */
  readonly onLedgerUnavailable: 'fail' | 'spool';
  /** How long texts are kept after a delivery has ended; undefined: for good. */
  readonly retentionDays: number | undefined;
  /** What is taken out of every text of an analysis. */
  readonly redact: readonly Pattern[];
}

export interface ConfigDeps extends Selection {
  readonly plugins: ReadonlyMap<string, ItsmPlugin>;
  /** What to do about a plugin that is not among them; ends the error. */
  readonly pluginAdvice?: (name: string) => string;
  /** By the config member that switches each on. */
  readonly decorators: Readonly<Record<string, AdapterDecorator>>;
  readonly secretProviders: readonly SecretProvider[];
  /** Of a scheme that none of them has. */
  readonly findSecretProvider?: FindSecretProvider;
  /** Told of each secret that was to be read again. @default nobody is */
  readonly onSecretNews?: (news: SecretNews) => void;
  readText(file: string): Promise<string>;
}
