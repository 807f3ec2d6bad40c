import { freePort, password, poolFor, startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShell } from './shell.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

async function query(database: string, sql: string) {
  const pool = poolFor({ connectionString: postgres.url(database) });
  try {
    return (await pool.query(sql)).rows;
  } finally {
    await pool.end();
  }
}

/** A new database, and the command on it. */
async function openDatabase(name: string) {
  await query('postgres', `create database ${name}`);
  const shell = await openShell({ DATABASE_URL: postgres.url(name) });
  return { ...shell, query: (sql: string) => query(name, sql) };
}

/** What the tables are made of. */
const shape = `
select table_name, column_name, data_type, column_default, is_nullable from information_schema.columns
where table_schema = 'itsm' and table_name <> 'migrations'
union all select tablename, indexname, indexdef, null, null from pg_indexes
where schemaname = 'itsm' and tablename <> 'migrations' order by 1, 2`;

describe('itsm migrate', () => {
  it('says what is to be done, does it, and has nothing to do again', async () => {
    await using database = await openDatabase('one');
    const before = await database.itsm(['migrate', '--status']);
    expect(before.status).toBe(1);
    expect(before.stdout).toMatch(/^pending {5}CreateTables1761523200000\n/);
    expect(before.stdout).toMatch(/missing {5}index .*\nNot up to date: itsm migrate\.\n$/);
    expect(await database.query(`select to_regnamespace('itsm') as schema`)).toEqual([{ schema: null }]);

    const run = await database.itsm(['migrate']);
    expect(run.stderr).toContain('Applying CreateTables1761523200000\n');
    expect(run.stdout).toMatch(/^applied {5}CreateTables1761523200000\n(applied .*\n)+Up to date\.\n$/);
    expect(run.status).toBe(0);

    expect(await database.itsm(['migrate'])).toEqual({ ...run, stderr: '' });
    expect(await database.itsm(['migrate', '--status'])).toEqual({ ...run, stderr: '' });
    expect(await database.json(['migrate', '--status'])).toMatchObject([{ pending: [], up_to_date: true }]);
    expect((await database.itsm(['migrate', '--dry-run'])).stdout).toBe(
      '-- Nothing to do: the tables are up to date.\n',
    );
  });

  it('prints the SQL, which makes the same tables', async () => {
    await using database = await openDatabase('by_hand');
    const { stdout, status } = await database.itsm(['migrate', '--dry-run']);
    expect(status).toBe(0);
    expect(await database.query(`select to_regnamespace('itsm') as schema`)).toEqual([{ schema: null }]);
    const [transaction = '', indexes = ''] = stdout.split(/(?<=^commit;\n)/m);
    await database.query(transaction);
    for (const statement of indexes.split('\n').filter(line => line !== '')) await database.query(statement);
    expect(await database.itsm(['migrate', '--status'])).toMatchObject({ status: 0 });
    expect(await database.query(shape)).toEqual(await query('one', shape));
  });

  it('goes on beside a newer version, and says so', async () => {
    await using database = await openDatabase('newer');
    await database.itsm(['migrate']);
    await database.query(
      `insert into itsm.migrations ("timestamp", name) values (2000000000000, 'Later2000000000000')`,
    );
    const { stdout, status } = await database.itsm(['migrate']);
    expect(stdout).toContain('newer       Later2000000000000\n');
    expect(stdout).toContain('The database is newer than this itsm, which goes on beside it');
    expect(status).toBe(0);
  });

  it('tells of another migrator, and waits for it', async () => {
    await using database = await openDatabase('locked');
    const other = poolFor({ connectionString: postgres.url('locked') });
    const client = await other.connect();
    await client.query(`begin; select pg_advisory_xact_lock(hashtextextended('itsm-bridge migrations itsm', 0))`);
    let said = '';
    const waiting = database.itsm(['migrate'], undefined, text => {
      said += text;
    });
    await expect
      .poll(() => said, { interval: 20, timeout: 20_000 })
      .toMatch(/are being brought up to date by process \d+/);
    await client.query('commit');
    client.release();
    await other.end();
    expect(await waiting).toMatchObject({ status: 0 });
    expect(await database.itsm(['migrate', '--status'])).toMatchObject({ status: 0 });
  });
});

describe('what itsm migrate cannot do', () => {
  it('a server that is not there', async () => {
    await using shell = await openShell();
    const port = await freePort();
    const url = `postgres://worker:${password}@127.0.0.1:${port}/rca`;
    const { stderr, status } = await shell.itsm(['migrate', '--database', url]);
    expect(stderr).toBe(
      `error: Nothing answers at 127.0.0.1:${port}, where database "rca" should be. Start PostgreSQL there, or correct the database URL.\n`,
    );
    expect(status).toBe(1);
  });

  it.each([
    ['no database', [], 'No PostgreSQL is named: give --database, $settings.database or DATABASE_URL.'],
    ['an empty one', ['--database', ''], '--database is empty'],
    [
      'one of another kind',
      ['--database', 'mysql://127.0.0.1/rca'],
      'The database must be a URL that begins with postgres://',
    ],
    ['two wishes at once', ['--status', '--dry-run'], '--status and --dry-run: give one of them.'],
  ])('%s', async (_what, args, words) => {
    await using shell = await openShell();
    const { stderr, status } = await shell.itsm(['migrate', ...args]);
    expect(stderr).toContain(words);
    expect(status).toBe(2);
  });

  it('reads the database from the config, without credentials of platforms', async () => {
    await using shell = await openShell({ LEDGER: 'mysql://x' });
    await shell.write('itsm_config.json', {
      $settings: { database: '${LEDGER}' },
      jira: { endpoint: 'https://a.atlassian.net', email: 'a@b.c', api_token: '${NOT_SET}', project_key: 'OPS' },
    });
    const { stderr } = await shell.itsm(['migrate', '--config', 'itsm_config.json']);
    expect(stderr).toBe('error: The database must be a URL that begins with postgres:// or postgresql://.\n');
  });
});
