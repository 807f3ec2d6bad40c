import { type DeliveryQuery, type DeliveryStatus, ItsmError } from '@itsm-bridge/core';
import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { openItsmOnLedger } from '../open/open-itsm.ts';
import { type LedgerOptions, withLedger } from '../open/options.ts';
import { printRecords } from '../output/print-records.ts';

interface TicketsOptions extends LedgerOptions {
  readonly status?: string;
  readonly since?: string;
}

const statuses: readonly DeliveryStatus[] = [
  'pending',
  'sending',
  'created',
  'found',
  'failed',
  'unknown',
  'needs_review',
];

export const ticketsCommand = (program: Command): Command =>
  withLedger(program.command('tickets'))
    .summary('list what is on record')
    .description('Lists what is on record, oldest first.')
    .argument('[job]', 'only of this job')
    .option('--status <status>', `only ${statuses.join(', ')}`)
    .option('--since <date>', 'only rows that changed since then (ISO 8601)')
    .addHelpText('after', '\nExample:\n  itsm tickets --status failed --since 2025-10-27');

export async function tickets(job: string | undefined, options: TicketsOptions, io: Io): Promise<ExitStatus> {
  const query: DeliveryQuery = {
    ...(job === undefined ? {} : { jobId: job }),
    ...(options.status === undefined ? {} : { status: statusOf(options.status) }),
    ...(options.since === undefined ? {} : { since: dateOf(options.since) }),
  };
  const { integration: names, ...unfiltered } = options;
  // Only the ledger is read: as in a dry run, no credentials are needed.
  const itsm = await openItsmOnLedger(unfiltered, io, { switchOn: ['dry_run'] });
  try {
    const records = (await itsm.deliveries(query)).filter(({ integration }) => !names || names.includes(integration));
    printRecords(records, { json: options.json === true, none: 'Nothing is on record.', keys: false }, io);
  } finally {
    await itsm.close();
  }
  return 0;
}

function statusOf(text: string): DeliveryStatus {
  const status = statuses.find(one => one === text);
  if (status) return status;
  throw new ItsmError('input', `--status ${text}: accepted are ${statuses.join(', ')}.`);
}

function dateOf(text: string): Date {
  const date = new Date(text);
  if (!Number.isNaN(date.getTime())) return date;
  throw new ItsmError('input', `--since ${text}: accepted is a date such as 2025-10-27 or 2025-10-27T10:30:00Z.`);
}
