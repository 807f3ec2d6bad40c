import { poolFor, startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { type Planted, planted } from '../secrets/planted.ts';

/** A PostgreSQL whose owner of the ledger signs in with a planted secret. */
export interface LedgerHouse extends AsyncDisposable {
  readonly postgres: TestPostgres;
  readonly secret: Planted;
  /** With which people sign in to the console. */
  readonly consoleToken: Planted;
  readonly url: string;
  /** The URL with something else in it: another database, a port, a password that is a secret as well. */
  readonly urlWith: (change: {
    readonly database?: string;
    readonly port?: number;
    readonly user?: string;
    readonly password?: string;
  }) => string;
  /** Every row of every table, as text. */
  rows(): Promise<string>;
}

export async function openLedgerHouse(): Promise<LedgerHouse> {
  const postgres = await startPostgres();
  const secret = planted('the password of the database');
  const consoleToken = planted('a token of the console', 'plain');
  const pool = poolFor({ connectionString: postgres.url() });
  const literal = `'${secret.text.replaceAll("'", "''")}'`;
  for (const statement of [
    `create role canary login password E${literal.replaceAll('\\', '\\\\')}`,
    `create role visitor login password E${literal.replaceAll('\\', '\\\\')}`,
    'create database canary owner canary',
    'create database foreign_land',
  ])
    await pool.query(statement);
  await pool.query('revoke all on database foreign_land from public');
  await pool.query('grant connect on database foreign_land to visitor');
  const urlWith: LedgerHouse['urlWith'] = ({
    database = 'canary',
    port = postgres.port,
    user = 'canary',
    password = secret.text,
  }) => `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return {
    ...{ postgres, secret, consoleToken, url: urlWith({}), urlWith },
    rows: async () => {
      const own = poolFor({ connectionString: postgres.url('canary') });
      const tables = await own.query(
        "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
      );
      const texts: string[] = [];
      for (const { name } of tables.rows) {
        const { rows } = await own.query(`select row::text as text from ${name} as row`);
        texts.push(name, ...rows.map(({ text }) => String(text)));
      }
      await own.end();
      return texts.join('\n');
    },
    async [Symbol.asyncDispose]() {
      await pool.end();
      await postgres.stop();
    },
  };
}
