import { ItsmError } from '@itsm-bridge/core';
import { Client } from 'pg';
import type { LedgerAddress } from './ledger-error.ts';

/** As `pg` itself reads the URL, its defaults and the PG… variables of the environment included. */
export function addressOf(url: string): LedgerAddress {
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
