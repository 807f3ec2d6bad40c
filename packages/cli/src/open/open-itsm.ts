import { dirname, resolve } from 'node:path';
import { createItsm, createLogger, type Itsm, ItsmError, type ItsmOptions } from '@itsm-bridge/core';
import { dryRun, dryRunWithReads } from '@itsm-bridge/plugin-dryrun';
import type { Io } from '../io.ts';
import { isColourful } from '../output/paint.ts';
import { builtInPlugins } from '../plugins/built-in-plugins.ts';
import { configRoot } from '../plugins/config-root.ts';
import { type FoundPlugins, findPlugins } from '../plugins/find-plugins.ts';
import { installAdvice } from '../plugins/install-advice.ts';
import { wantedPlugins } from '../plugins/wanted-plugins.ts';
import { findSecretProvider } from '../secrets/find-secret-provider.ts';
import { optionFile } from './option-file.ts';
import type { ConfigOptions, LedgerOptions } from './options.ts';

type Extra = Pick<ItsmOptions, 'switchOn' | 'ledger' | 'spoolDir'>;

interface LedgerExtra extends Omit<Extra, 'ledger'> {
  /** Told where the ledger is the embedded one, which takes no other process. */
  readonly onEmbedded?: () => void;
}

const configFile = { option: '--config', what: 'the config', without: 'config/itsm_config.json' };

/** JSON lines on standard error, readable ones on a terminal; coloured, unless it minds. */
export const openLogger = ({ stderr, env }: Io): ReturnType<typeof createLogger> =>
  createLogger({ stream: stderr, readable: stderr.isTTY === true, colours: isColourful(stderr, env) });

/** The composition of the command: the plugins that come with it and those that the config names, on that config. */
export const openItsm = async (options: ConfigOptions, io: Io, extra: Extra = {}): Promise<Itsm> =>
  (await openWithOrigins(options, io, extra)).itsm;

interface Opened extends Pick<FoundPlugins, 'origins'> {
  readonly itsm: Itsm;
}

/** The same, and where the plugins are from that do not come with the command. */
export async function openWithOrigins(
  { config, integration, online = false }: ConfigOptions,
  io: Io,
  extra: Extra = {},
): Promise<Opened> {
  const file = await optionFile(config, io, configFile);
  const only = integration ? { only: integration } : {};
  const wanted = wantedPlugins(await configRoot(file), integration).map(({ name }) => name);
  const builtIn = await builtInPlugins(wanted);
  const found = await findPlugins({ config: file, cwd: io.cwd, builtIn, ...only });
  const itsm = await createItsm({
    config: file,
    plugins: found.plugins,
    pluginAliases: found.aliases,
    pluginAdvice: name => installAdvice(name, dirname(file)),
    decorators: { dry_run: online ? dryRunWithReads : dryRun },
    findSecretProvider: scheme => findSecretProvider(scheme, { config: dirname(file), cwd: io.cwd }),
    env: io.env,
    logger: () => openLogger(io),
    ...only,
    ...extra,
  });
  return { itsm, origins: found.origins };
}

/** The same with a durable ledger, opened once the config has been found right. */
export const openItsmOnLedger = (
  options: LedgerOptions,
  io: Io,
  { onEmbedded, ...extra }: LedgerExtra = {},
): Promise<Itsm> =>
  openItsm(options, io, {
    ...extra,
    spoolDir: resolve(io.cwd, '.itsm', 'spool'),
    ledger: async ({ database }) => {
      // An empty variable in a script must not end in another, empty ledger.
      if (options.database === '')
        throw new ItsmError('config', '--database is empty; give a postgres:// URL, or leave it out.');
      const url = options.database ?? (await database?.reveal()) ?? io.env.DATABASE_URL;
      if (!url) onEmbedded?.();
      const onWait = (message: string) => io.stderr.write(`${message}\n`);
      const { openLedger } = await import('@itsm-bridge/postgres');
      return openLedger({ dir: resolve(io.cwd, '.itsm'), onWait, ...(url === undefined ? {} : { database: url }) });
    },
  });
