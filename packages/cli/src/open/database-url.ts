import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createMemoryLedger, ItsmError, type Secret, systemClock } from '@itsm-bridge/core';
import type { Io } from '../io.ts';
import { openItsm } from './open-itsm.ts';
import type { LedgerOptions } from './options.ts';

/**
 * The PostgreSQL that a command is about: `--database`, `$settings.database`, `DATABASE_URL`. The config is only read where it
 * may say so, and as for a dry run: a job that migrates has no credentials of platforms.
 *
 * @throws ItsmError kind `config`: there is none.
 */
export async function databaseUrl(options: LedgerOptions, io: Io): Promise<string> {
  if (options.database === '')
    throw new ItsmError('config', '--database is empty; give a postgres:// URL, or leave it out.');
  const url = options.database ?? (await configured(options, io)) ?? io.env.DATABASE_URL;
  if (!url)
    throw new ItsmError(
      'config',
      'No PostgreSQL is named: give --database, $settings.database or DATABASE_URL. The embedded database is brought up to date whenever it is opened.',
    );
  if (/^postgres(ql)?:\/\//.test(url)) return url;
  throw new ItsmError('config', 'The database must be a URL that begins with postgres:// or postgresql://.');
}

async function configured(options: LedgerOptions, io: Io): Promise<string | undefined> {
  if (!existsSync(resolve(io.cwd, options.config))) return undefined;
  let named: Secret | undefined;
  const ledger = async ({ database }: { readonly database: Secret | undefined }) => {
    named = database;
    return createMemoryLedger({ clock: systemClock });
  };
  const itsm = await openItsm({ config: options.config }, io, { switchOn: ['dry_run'], ledger });
  await itsm.close();
  return named?.reveal();
}
