import type { Command } from 'commander';

/** The options that every command with a config takes. */
export interface ConfigOptions {
  readonly config: string;
  readonly integration?: readonly string[];
  readonly json?: boolean;
  /** The platforms are asked, also those whose integration is a dry run; nothing is sent all the same. */
  readonly online?: boolean;
}
export interface LedgerOptions extends ConfigOptions {
  readonly database?: string;
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

interface Without {
  /** False where the integration is an argument. @default true */
  readonly integrationOption?: boolean;
}

export const configOption = (command: Command): Command =>
  command.option('-c, --config <file>', 'the config', 'config/itsm_config.json');

export function withConfig(command: Command, { integrationOption = true }: Without = {}): Command {
  configOption(command);
  if (integrationOption)
    command.option('-i, --integration <integration>', 'only this integration; may be repeated', collect);
  return command.option('--json', 'one JSON object a line on standard output');
}

export const withLedger = (command: Command, without: Without = {}): Command =>
  withConfig(command, without).option(
    '--database <url>',
    'postgres://… ; else $settings.database, DATABASE_URL, or an embedded database in .itsm/',
  );
