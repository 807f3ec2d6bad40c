import { z } from 'zod';
import { madeOnce } from '../../keep/made-once.ts';
import { builtInPatterns } from '../../redact/built-in-patterns.ts';
import { secret } from '../secrets/secret.ts';
import { described } from './described.ts';
import { redactMember } from './redact-member.ts';

/** `$settings` */
export const settingsMembers = madeOnce(() =>
  z
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
      // Not 0: to one reader that keeps nothing, to another everything.
      retention_days: described(
        z.int().min(1).max(36_500).nullable().default(90),
        'After so many days payloads, texts and events are taken out of the ledger, and what proves a ticket stays; null keeps them',
      ),
      redact: described(
        redactMember(),
        `What is taken out of every text of an analysis before anything else: ${[...builtInPatterns.keys()].join(', ')}, or patterns of one's own`,
      ),
    })
    .transform(({ environment, database, on_ledger_unavailable, retention_days, redact }) => ({
      environment,
      database,
      onLedgerUnavailable: on_ledger_unavailable,
      retentionDays: retention_days ?? undefined,
      redact,
    })),
);
