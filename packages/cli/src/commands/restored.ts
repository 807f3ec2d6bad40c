import { isoDate } from '@itsm-bridge/core';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { openItsmOnLedger } from '../open/open-itsm.ts';
import { type LedgerOptions, withLedger } from '../open/options.ts';

interface RestoredOptions extends LedgerOptions {
  readonly backup: Date;
  readonly days: number;
}

const dayMs = 86_400_000;

/** With its zone: a time that two people read differently would leave a gap. */
const time = (text: string): Date => {
  const hasZone = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(text);
  const date = hasZone ? isoDate(text) : undefined;
  if (date !== undefined) return new Date(date);
  throw new InvalidArgumentError('accepted is a time with its zone, such as 2025-10-27T02:00:00Z.');
};

const days = (text: string): number => {
  const number = Number(text);
  if (Number.isFinite(number) && number >= 0 && number <= 3650) return number;
  throw new InvalidArgumentError('accepted is a number of days from 0 (ends it) to 3650.');
};

export const restoredCommand = (program: Command): Command =>
  withLedger(program.command('restored'))
    .summary('say that the ledger comes from a backup')
    .description(
      'After the ledger was restored from a backup, and before any worker starts: what was sent since the backup is not on\nrecord. From now on each delivery and change is looked up on its platform before it is sent.',
    )
    .requiredOption('--backup <time>', 'when the backup was begun; rather too early than too late', time)
    .option('--days <days>', 'for how long: until nobody hands in again what was handed in since', days, 30)
    .addHelpText('after', '\nExample:\n  itsm restored --backup 2025-10-27T02:00:00Z');

export async function restored({ backup, days: count, ...options }: RestoredOptions, io: Io): Promise<ExitStatus> {
  const itsm = await openItsmOnLedger(options, io);
  try {
    await itsm.restored({ backupAt: backup, forMs: count * dayMs });
  } finally {
    await itsm.close();
  }
  const since = backup.toISOString();
  io.stdout.write(
    count === 0
      ? 'Nothing is looked up because of a backup any more.\n'
      : `For ${count} days each delivery and change is looked up before it is sent: what was sent since ${since} may not be on record.\n`,
  );
  return 0;
}
