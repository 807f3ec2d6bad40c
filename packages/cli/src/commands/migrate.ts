import { ItsmError } from '@itsm-bridge/core';
import type { MigrationStatus } from '@itsm-bridge/postgres';
import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { databaseUrl } from '../open/database-url.ts';
import { type LedgerOptions, withLedger } from '../open/options.ts';

interface MigrateOptions extends LedgerOptions {
  readonly status?: boolean;
  readonly dryRun?: boolean;
}

export const migrateCommand = (program: Command): Command =>
  withLedger(program.command('migrate'), { integrationOption: false })
    .summary('bring the tables of a PostgreSQL up to date')
    .description(
      'Brings the tables of the ledger up to date, as a deployment does before its first new worker. All of it or nothing,\none process at a time; workers of before go on meanwhile. Without it the first process that opens the ledger does so.',
    )
    .option('--status', 'only say what has run and what has not; exit status 1 where something has not')
    .option('--dry-run', 'only print the SQL that would run')
    .addHelpText(
      'after',
      '\nExample:\n  itsm migrate --database postgres://…\n  itsm migrate --dry-run > migration.sql',
    );

/** Exit status 1 where the database cannot be asked, or where `--status` finds something that has not run. */
export async function migrate(options: MigrateOptions, io: Io): Promise<ExitStatus> {
  if (options.status && options.dryRun) throw new ItsmError('input', '--status and --dry-run: give one of them.');
  const url = await databaseUrl(options, io);
  if (options.dryRun) return plan(url, options, io);
  const { migratePostgres, migrationStatus } = await import('@itsm-bridge/postgres');
  const before = await migrationStatus({ url });
  if (!options.status && !isDone(before)) {
    for (const name of before.pending) io.stderr.write(`Applying ${name}\n`);
    await migratePostgres({ url, onWait: message => io.stderr.write(`${message}\n`) });
  }
  const after = options.status ? before : await migrationStatus({ url });
  io.stdout.write(options.json ? `${JSON.stringify({ ...after, up_to_date: isDone(after) })}\n` : words(after));
  return isDone(after) ? 0 : 1;
}

async function plan(url: string, { json }: MigrateOptions, io: Io): Promise<ExitStatus> {
  const { migrationSql } = await import('@itsm-bridge/postgres');
  const sql = await migrationSql({ url });
  // A comment, so that it may go into psql as it is.
  io.stdout.write(json ? `${JSON.stringify({ sql })}\n` : sql || '-- Nothing to do: the tables are up to date.\n');
  return 0;
}

const isDone = ({ pending, indexes }: MigrationStatus): boolean =>
  pending.length === 0 && indexes.every(({ state }) => state === 'ready');

function words(status: MigrationStatus): string {
  const { applied, pending, indexes } = status;
  const newer = applied.filter(({ known }) => !known);
  return [
    ...applied.map(({ name, known }) => line(known ? 'applied' : 'newer', name)),
    ...pending.map(name => line('pending', name)),
    ...indexes.map(({ name, state }) => line(state === 'ready' ? 'applied' : state, `index ${name}`)),
    newer.length === 0
      ? ''
      : `The database is newer than this itsm, which goes on beside it: what is marked so has been added since.\n`,
    isDone(status) ? 'Up to date.\n' : 'Not up to date: itsm migrate.\n',
  ].join('');
}

const line = (state: string, name: string): string => `${state.padEnd(12)}${name}\n`;
