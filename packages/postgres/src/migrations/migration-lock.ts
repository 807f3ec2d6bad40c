import type { QueryRunner } from 'typeorm';

export const lockName = (schema: string): string => `itsm-bridge migrations ${schema}`;

/**
 * One migrator at a time. The lock belongs to the transaction, so that it also holds behind a pooler that hands out
 * connections per transaction. @returns whether it is ours
 */
export async function tryMigrationLock(queryRunner: QueryRunner, schema: string): Promise<boolean> {
  const [got]: readonly { readonly mine: boolean }[] = await queryRunner.query(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine',
    [lockName(schema)],
  );
  return got?.mine === true;
}

interface Session {
  readonly pid: number;
  readonly application_name: string | null;
  readonly since: Date | null;
}

/** Who migrates just now, in words. */
export async function migratorIn(queryRunner: QueryRunner, schema: string): Promise<string> {
  const [holder]: readonly Session[] = await queryRunner.query(
    `select a.pid, a.application_name, a.xact_start as since
     from pg_locks as l join pg_stat_activity as a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted
       and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended($1, 0)
       and l.database = (select oid from pg_database where datname = current_database())`,
    [lockName(schema)],
  );
  return holder ? inWords(holder) : 'another process';
}

/** Whose transaction has been open for longest, and may hold the tables; in words. */
export async function oldestTransaction(queryRunner: QueryRunner): Promise<string> {
  const [oldest]: readonly Session[] = await queryRunner.query(
    `select pid, application_name, xact_start as since from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
     order by xact_start limit 1`,
  );
  return oldest ? `The oldest open transaction is that of ${inWords(oldest)}.` : 'No transaction is open just now.';
}

const inWords = ({ pid, application_name: name, since }: Session): string =>
  `process ${pid}${name ? ` (${name})` : ''}${since ? `, since ${since.toISOString()}` : ''}`;
