import {
  type DeliveryQuery,
  type DeliveryRecord,
  type DeliveryStatus,
  deliveryStatuses,
  type Itsm,
  ItsmError,
  isoDate,
} from '@itsm-bridge/core';
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

export const ticketsCommand = (program: Command): Command =>
  withLedger(program.command('tickets'))
    .summary('list what is on record')
    .description('Lists what is on record, oldest first.')
    .argument('[job]', 'only of this job')
    .option('--status <status>', `only ${deliveryStatuses.join(', ')}`)
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
    const all = await itsm.deliveries(query);
    if (names) await refuseUnknown(names, all, itsm);
    const records = all.filter(({ integration }) => !names || names.includes(integration));
    printRecords(records, { json: options.json === true, none: 'Nothing is on record.', keys: false }, io);
  } finally {
    await itsm.close();
  }
  return 0;
}

/** A name with a typo is no empty ledger. One that the config has no more may still be on record. */
async function refuseUnknown(names: readonly string[], records: readonly DeliveryRecord[], itsm: Itsm): Promise<void> {
  const known = new Set([...(await itsm.lanes()), ...records].map(({ integration }) => integration));
  const unknown = names.find(name => !known.has(name));
  if (unknown === undefined) return;
  const has = [...known].join(', ') || 'none';
  throw new ItsmError(
    'input',
    `No enabled integration "${unknown}" in the config, and nothing on record for it; there is ${has}.`,
  );
}

function statusOf(text: string): DeliveryStatus {
  const status = deliveryStatuses.find(one => one === text);
  if (status) return status;
  throw new ItsmError('input', `--status ${text}: accepted are ${deliveryStatuses.join(', ')}.`);
}

function dateOf(text: string): Date {
  const date = isoDate(text);
  if (date !== undefined) return new Date(date);
  throw new ItsmError('input', `--since ${text}: accepted is a date such as 2025-10-27 or 2025-10-27T10:30:00Z.`);
}
