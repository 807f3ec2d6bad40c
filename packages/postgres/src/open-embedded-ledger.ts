import { join } from 'node:path';
import type { Ledger } from '@itsm-bridge/core';
import { openPglite } from './embedded/open-pglite.ts';
import { prepareFolder } from './embedded/prepare-folder.ts';
import { clearSocketFolder, socketFolder } from './embedded/socket-folder.ts';
import { takeLock } from './embedded/take-lock.ts';
import { ledgerError } from './ledger-error.ts';
import { lateIndexes } from './migrations/late-indexes.ts';
import { createLocalNews } from './news/local-news.ts';
import { openDataSource } from './open-data-source.ts';
import { createSqlLedger } from './sql-ledger.ts';

export interface EmbeddedLedgerOptions {
  /** Created when it is not there, for its owner only. @default '.itsm' */
  readonly dir?: string;
}

const schema = 'itsm';

/**
 * The ledger in a folder, for one process at a time: PostgreSQL inside this process (PGlite), with the same tables and
 * statements as on a server. It survives the end of the process, however it ended. It does not wait for the disk, so that
 * a power cut can cost the last moments: use a server where that matters.
 *
 * @throws ItsmError kind `ledger`: another process holds the folder; it cannot be written; its data cannot be read.
 */
export async function openEmbeddedLedger({ dir = '.itsm' }: EmbeddedLedgerOptions = {}): Promise<Ledger> {
  const folder = await prepareFolder(dir);
  const address = { server: folder, database: 'embedded', user: 'postgres' };
  const toLedgerError = (error: unknown) => ledgerError(error, address);
  const sockets = await socketFolder(folder).catch(error => Promise.reject(toLedgerError(error)));
  const opened: (() => Promise<unknown>)[] = [() => clearSocketFolder(sockets, folder)];
  const close = async () => {
    for (let undo = opened.pop(); undo; undo = opened.pop()) await undo();
  };
  try {
    const lock = await takeLock(folder, sockets);
    opened.push(lock.release);
    const db = await openPglite(join(folder, 'pgdata'));
    opened.push(() => db.close());
    // A worker on a server never needs it.
    const { PGLiteSocketServer } = await import('@electric-sql/pglite-socket');
    const server = new PGLiteSocketServer({ db, path: lock.databaseSocket, maxConnections: 4 });
    await server.start();
    opened.push(() => server.stop());
    const connection = { host: sockets, port: 5432, username: 'postgres', database: 'postgres' };
    // One connection: PGlite is one session, and a transaction on it holds up every other connection.
    const dataSource = await openDataSource({ connection, schema, poolSize: 1 });
    opened.push(() => dataSource.destroy());
    // No other connection writes meanwhile: nothing has to go on beside it.
    const buildIndexes = async () => {
      for (const { name, on } of lateIndexes(schema)) {
        await dataSource.query(`create index if not exists "${name}" on ${on}`);
      }
    };
    const news = createLocalNews();
    return createSqlLedger({ dataSource, schema, keepsNames: false, news, toLedgerError, buildIndexes, close });
  } catch (error) {
    await close();
    throw toLedgerError(error);
  }
}
