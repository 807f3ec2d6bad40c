import { z } from 'zod';
import { secret } from '../secrets/secret.ts';
import { described } from './described.ts';

/** `$settings` */
export const settingsMembers = z
  .strictObject({
    environment: described(
      z.string().min(1).default('default'),
      'Part of every key: keeps test and production apart, in one ledger as well',
    ),
    database: described(
      secret(),
      'A postgres:// URL, for the command; default: DATABASE_URL, else an embedded database in .itsm',
    ).optional(),
    on_ledger_unavailable: described(
      z.enum(['fail', 'spool']).default('fail'),
      'fail tells the caller at once; spool keeps the analysis in a file until the ledger is there',
    ),
  })
  .transform(({ environment, database, on_ledger_unavailable }) => ({
    environment,
    database,
    onLedgerUnavailable: on_ledger_unavailable,
  }));
