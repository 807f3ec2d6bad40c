import { z } from 'zod';
import { secret } from '../secrets/secret.ts';

/** `$settings` */
export const settingsMembers = z
  .strictObject({
    environment: z.string().min(1).default('default'),
    database: secret().optional(),
    on_ledger_unavailable: z.enum(['fail', 'spool']).default('fail'),
  })
  .transform(({ environment, database, on_ledger_unavailable }) => ({
    environment,
    database,
    onLedgerUnavailable: on_ledger_unavailable,
  }));
