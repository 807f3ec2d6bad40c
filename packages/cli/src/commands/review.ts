import { type DryRunRecord, type Itsm, ItsmError, isDeadLetter, printable } from '@itsm-bridge/core';
import { dryRunLine, recordLine } from '@itsm-bridge/server/lines';
import type { Command } from 'commander';
import { type ExitStatus, statusOfDeliveries } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { openItsmOnLedger } from '../open/open-itsm.ts';
import { type LedgerOptions, withLedger } from '../open/options.ts';
import { whoami } from '../open/whoami.ts';
import { printApproval } from '../output/print-approval.ts';
import { printDelivery } from '../output/print-delivery.ts';
import { printReview } from '../output/print-review.ts';

interface ReviewOptions extends LedgerOptions {
  readonly reason?: string;
}

export const reviewCommand = (program: Command): Command =>
  withLedger(program.command('review'))
    .summary('decide what waits for a person')
    .description(
      'Lists what waits for a person: deliveries of which nobody knows whether their ticket exists, and dry runs.\nOf a delivery approve looks once more, and creates the ticket where none is found; of a dry run it sends exactly what was\nshown, or says what has changed since. reject sends nothing more; it also ends a dead letter.',
    )
    .argument('[decision]', 'approve or reject')
    .argument('[key]', 'of the delivery, or the number of the dry run')
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
  const itsm = await openItsmOnLedger(options, io);
  try {
    const dryRun = await waitingDryRun(itsm, decision, key);
    if (decision === 'approve') return await approve(itsm, dryRun ?? key, options, io);
    return await reject(itsm, dryRun ?? key, options, io);
  } finally {
    await itsm.close();
  }
}

/** Undefined: the key is that of a delivery, if of anything. One that the decision is about itself comes first. */
async function waitingDryRun(
  itsm: Itsm,
  decision: 'approve' | 'reject',
  name: string,
): Promise<DryRunRecord | undefined> {
  if (/^\d{1,18}$/.test(name)) return itsm.rehearsal(BigInt(name));
  const [delivery] = await itsm.deliveries({ key: name });
  if (delivery?.status === 'needs_review') return undefined;
  // Else a job that was rehearsed and then failed would be sent again by `replay --failed`.
  if (decision === 'reject' && delivery && isDeadLetter(delivery)) return undefined;
  return (await itsm.rehearsals({ key: name, limit: 1 })).records[0];
}

async function approve(itsm: Itsm, what: DryRunRecord | string, { json = false }: ReviewOptions, io: Io) {
  const given = { by: whoami(io), signal: io.signal };
  if (typeof what !== 'string') return printApproval(await itsm.approveRehearsal(what.id, given), what, json, io);
  const delivery = await itsm.approve(what, given);
  printDelivery(delivery, json, io);
  return statusOfDeliveries([delivery]);
}

async function reject(
  itsm: Itsm,
  what: DryRunRecord | string,
  { json = false, reason }: ReviewOptions,
  { stdout, ...io }: Io,
): Promise<ExitStatus> {
  const given = { by: whoami({ stdout, ...io }), ...(reason === undefined ? {} : { reason }) };
  if (typeof what === 'string') {
    const record = await itsm.reject(what, given);
    stdout.write(json ? `${JSON.stringify(recordLine(record))}\n` : printable(rejectedText('delivery', record)));
  } else {
    const record = await itsm.rejectRehearsal(what.id, given);
    stdout.write(
      json ? `${JSON.stringify(dryRunLine(record))}\n` : printable(rejectedText(`dry run ${record.id}`, record)),
    );
  }
  return 0;
}

const rejectedText = (what: string, { integration, jobId }: Pick<DryRunRecord, 'integration' | 'jobId'>): string =>
  `rejected           ${integration.padEnd(12)} ${what.padEnd(12)} ${jobId}\n`;

/** Only the ledger is read: as in a dry run, no credentials are needed. */
async function list(options: ReviewOptions, io: Io): Promise<ExitStatus> {
  const itsm = await openItsmOnLedger(options, io, { switchOn: ['dry_run'] });
  try {
    const records = await itsm.deliveries({ status: 'needs_review' });
    printReview(records, await itsm.rehearsals({ limit: 100 }), options.json === true, io);
  } finally {
    await itsm.close();
  }
  return 0;
}
