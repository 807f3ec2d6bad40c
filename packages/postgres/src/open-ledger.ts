import { ItsmError, type Ledger } from '@itsm-bridge/core';
import { createPostgresLedger } from './create-postgres-ledger.ts';
import { openEmbeddedLedger } from './open-embedded-ledger.ts';

export interface OpenLedgerOptions {
  /** The URL of a PostgreSQL server. @default the embedded database in `dir` */
  readonly database?: string | undefined;
  /** Folder of the embedded database. @default '.itsm' */
  readonly dir?: string | undefined;
  /** As of `createPostgresLedger`. */
  readonly onWait?: (message: string) => void;
}

/** @throws ItsmError kind `config`: a `database` that is no PostgreSQL URL. Kind `ledger`: it is not there, or in use. */
export async function openLedger({ database, dir, onWait }: OpenLedgerOptions = {}): Promise<Ledger> {
  if (!database) return openEmbeddedLedger(dir === undefined ? {} : { dir });
  if (/^postgres(ql)?:\/\//.test(database)) {
    return createPostgresLedger({ url: database, ...(onWait ? { onWait } : {}) });
  }
  throw new ItsmError(
    'config',
    'The database must be a URL that begins with postgres:// or postgresql://; leave it out for the embedded database.',
  );
}
