import type { Command } from 'commander';

/** The options that every command with a config takes. */
export interface ConfigOptions {
  readonly config: string;
  readonly integration?: readonly string[];
  readonly json?: boolean;
}
export interface LedgerOptions extends ConfigOptions {
  readonly database?: string;
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export const withConfig = (command: Command): Command =>
  command
    .option('-c, --config <file>', 'the config', 'config/itsm_config.json')
    .option('-i, --integration <name>', 'only this integration; may be repeated', collect)
    .option('--json', 'one JSON object a line on standard output');

export const withLedger = (command: Command): Command =>
  withConfig(command).option(
    '--database <url>',
    'postgres://… ; else $settings.database, DATABASE_URL, or an embedded database in .itsm/',
  );
