import { ItsmError, type Ledger } from '@itsm-bridge/core';
import { Client } from 'pg';
import { type LedgerAddress, ledgerError } from './ledger-error.ts';
import { createListeningNews } from './news/listening-news.ts';
import { openDataSource } from './open-data-source.ts';
import { createSqlLedger } from './sql-ledger.ts';

export interface PostgresLedgerOptions {
  /** `postgres://user:password@host:5432/database`; query parameters as `pg` takes them, such as `sslmode`. */
  readonly url: string;
  /** Created when it is not there. Lower-case letters, digits, underscores, at most 44: beside it there is one of the name and `_queue`. @default 'itsm' */
  readonly schema?: string;
  /** Connections at most. @default 10 */
  readonly poolSize?: number;
}

/**
 * The ledger on a PostgreSQL that several processes share. Brings its tables up to date first.
 *
 * @throws ItsmError kind `config`: URL or schema name that cannot be. Kind `ledger`: no connection, no sign-in, no database.
 */
export async function createPostgresLedger(options: PostgresLedgerOptions): Promise<Ledger> {
  const { url, schema = 'itsm', poolSize = 10 } = options;
  if (!/^[a-z_][a-z0-9_]{0,43}$/.test(schema)) {
    throw new ItsmError(
      'config',
      `"${schema}" is no name for a schema: use lower-case letters, digits and underscores, at most 44.`,
    );
  }
  const address = addressOf(url);
  const toLedgerError = (error: unknown) => ledgerError(error, address);
  try {
    const dataSource = await openDataSource({ connection: { url }, schema, poolSize });
    const close = async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
    };
    const news = createListeningNews({ schema, connect: () => new Client({ connectionString: url, ...quiet }) });
    return createSqlLedger({ dataSource, schema, news, toLedgerError, close });
  } catch (error) {
    throw toLedgerError(error);
  }
}

const quiet = { application_name: 'itsm-bridge', keepAlive: true, connectionTimeoutMillis: 10_000 };

/** As `pg` itself reads the URL, its defaults and the PG… variables of the environment included. */
function addressOf(url: string): LedgerAddress {
  try {
    const { host, port, database, user } = new Client({ connectionString: url });
    return { server: host.startsWith('/') ? host : `${host}:${port}`, database: database ?? '', user: user ?? '' };
  } catch {
    // Without a cause: what the parser throws may quote the URL, password included.
    throw new ItsmError(
      'config',
      'The database URL cannot be read; expected postgres://user:password@host:5432/database, special characters in the password as %40 and the like.',
    );
  }
}
