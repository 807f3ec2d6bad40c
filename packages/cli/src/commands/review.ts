import { ItsmError, printable } from '@itsm-bridge/core';
import { recordLine } from '@itsm-bridge/server';
import type { Command } from 'commander';
import { type ExitStatus, statusOfDeliveries } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { openItsmOnLedger } from '../open/open-itsm.ts';
import { type LedgerOptions, withLedger } from '../open/options.ts';
import { whoami } from '../open/whoami.ts';
import { printDelivery } from '../output/print-delivery.ts';
import { printRecords } from '../output/print-records.ts';

interface ReviewOptions extends LedgerOptions {
  readonly reason?: string;
}

export const reviewCommand = (program: Command): Command =>
  withLedger(program.command('review'))
    .summary('decide what no look-up could settle')
    .description(
      'Lists the deliveries that wait for a person: nobody knows whether their ticket exists.\napprove looks once more, and creates the ticket where none is found. reject sends nothing more; it also ends a dead letter.',
    )
    .argument('[decision]', 'approve or reject')
    .argument('[key]', 'of the delivery')
    .option('--reason <text>', 'why it is rejected, for the record')
    .addHelpText('after', '\nExample:\n  itsm review\n  itsm review approve itsm-2d0ede541ff0bdada52b64ddb4fcf47d');

export async function review(
  decision: string | undefined,
  key: string | undefined,
  options: ReviewOptions,
  io: Io,
): Promise<ExitStatus> {
  if (decision === undefined) return list(options, io);
  if (decision !== 'approve' && decision !== 'reject') {
    throw new ItsmError(
      'input',
      `review ${decision}: accepted are approve and reject, each with a key: itsm review approve KEY.`,
    );
  }
  if (key === undefined) throw new ItsmError('input', `Name the delivery: itsm review ${decision} KEY.`);
  const by = whoami(io);
  const itsm = await openItsmOnLedger(options, io);
  try {
    if (decision === 'approve') {
      const delivery = await itsm.approve(key, { by, signal: io.signal });
      printDelivery(delivery, options.json === true, io);
      return statusOfDeliveries([delivery]);
    }
    const { reason } = options;
    const record = await itsm.reject(key, { by, ...(reason === undefined ? {} : { reason }) });
    io.stdout.write(
      options.json
        ? `${JSON.stringify(recordLine(record))}\n`
        : printable(`rejected           ${record.integration.padEnd(12)} ${record.jobId}\n`),
    );
    return 0;
  } finally {
    await itsm.close();
  }
}

/** Only the ledger is read: as in a dry run, no credentials are needed. */
async function list(options: ReviewOptions, io: Io): Promise<ExitStatus> {
  const itsm = await openItsmOnLedger(options, io, { switchOn: ['dry_run'] });
  try {
    const records = await itsm.deliveries({ status: 'needs_review' });
    printRecords(records, { json: options.json === true, none: 'Nothing waits for a review.', keys: true }, io);
  } finally {
    await itsm.close();
  }
  return 0;
}
