import { ItsmError, type Ledger } from '@itsm-bridge/core';
import { Client } from 'pg';
import { addressOf } from './address-of.ts';
import { ledgerError } from './ledger-error.ts';
import { createIndexBuilder } from './migrations/index-builder.ts';
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
  /** Told, in words, when the opening has to wait for another process that brings the tables up to date. */
  readonly onWait?: (message: string) => void;
}

/**
 * The ledger on a PostgreSQL that several processes share. Brings its tables up to date first.
 *
 * @throws ItsmError kind `config`: URL or schema name that cannot be. Kind `ledger`: no connection, no sign-in, no database.
 */
export async function createPostgresLedger(options: PostgresLedgerOptions): Promise<Ledger> {
  const { url, schema = 'itsm', poolSize = 10, onWait } = options;
  if (!/^[a-z_][a-z0-9_]{0,43}$/.test(schema)) {
    throw new ItsmError(
      'config',
      `"${schema}" is no name for a schema: use lower-case letters, digits and underscores, at most 44.`,
    );
  }
  const address = addressOf(url);
  const toLedgerError = (error: unknown) => ledgerError(error, address);
  try {
    const dataSource = await openDataSource({ connection: { url }, schema, poolSize, ...(onWait ? { onWait } : {}) });
    const connect = () => new Client({ connectionString: url, ...quiet });
    const indexes = createIndexBuilder(schema, connect);
    const close = async () => {
      await indexes.close();
      if (dataSource.isInitialized) await dataSource.destroy();
    };
    const news = createListeningNews({ schema, connect, onDeaf: error => warnOfDeafness(toLedgerError(error)) });
    return createSqlLedger({ dataSource, schema, news, toLedgerError, buildIndexes: indexes.build, close });
  } catch (error) {
    throw toLedgerError(error);
  }
}

/** As of a sink that fails: the ledger has no log of its own. */
const warnOfDeafness = ({ message }: Error): void => {
  const meanwhile = 'What other processes do is found at the next look meanwhile, and not at once';
  process.emitWarning(`LISTEN failed, and is tried again. ${meanwhile}. ${message}`, 'ItsmBridge');
};

const quiet = { application_name: 'itsm-bridge', keepAlive: true, connectionTimeoutMillis: 10_000 };
