import { type Delivery, ItsmError } from '@itsm-bridge/core';
import type { Command } from 'commander';
import { type ExitStatus, statusOfDeliveries } from '../exit-status.ts';
import { readAnalyses } from '../input/read-analyses.ts';
import type { Io } from '../io.ts';
import { openItsmOnLedger } from '../open/open-itsm.ts';
import { type LedgerOptions, withLedger } from '../open/options.ts';
import { printDelivery } from '../output/print-delivery.ts';
import { progress } from '../output/progress.ts';

interface CreateOptions extends LedgerOptions {
  readonly dryRun?: boolean;
  readonly wait?: boolean;
  readonly enqueue?: boolean;
}

export const createCommand = (program: Command): Command =>
  withLedger(program.command('create'))
    .summary('deliver analyses: one ticket per analysis and integration')
    .description(
      'Delivers analyses: one ticket per analysis and integration. The same analysis again creates nothing new.\nEvery file is read and checked before anything is sent.',
    )
    .argument('<file...>', 'analyses: .json, .jsonl, or - for standard input')
    .option('--dry-run', 'everything but the sending, whatever the config says')
    .option('--wait', 'stay until an unknown outcome is settled')
    .option('--enqueue', 'put them on record for workers to deliver, and send nothing')
    .addHelpText(
      'after',
      '\nExample:\n  itsm create analyses/*.json --json\n  rca export abc123 | itsm create - --dry-run',
    );

/** Analyses in, one printed delivery per analysis and integration out. */
export async function create(files: readonly string[], options: CreateOptions, io: Io): Promise<ExitStatus> {
  if (options.enqueue && options.wait) throw new ItsmError('input', '--enqueue sends nothing: leave --wait out.');
  const analyses = await readAnalyses(files, io);
  const itsm = await openItsmOnLedger(options, io, options.dryRun ? { switchOn: ['dry_run'] } : {});
  const counter = progress(analyses.length, io);
  const all: Delivery[] = [];
  let left = analyses.length;
  try {
    for (const analysis of analyses) {
      if (io.signal.aborted) break;
      left--;
      const deliveries = options.enqueue
        ? await itsm.enqueue(analysis, { signal: io.signal })
        : await itsm.createTickets(analysis, { signal: io.signal, wait: options.wait === true });
      counter.end();
      for (const delivery of deliveries) printDelivery(delivery, options.json === true, io);
      counter.step(analyses.length - left);
      all.push(...deliveries);
    }
  } finally {
    counter.end();
    await itsm.close();
  }
  if (io.signal.aborted && left > 0) {
    io.stderr.write(`${left} of ${analyses.length} analyses were not started; run the same command again.\n`);
  }
  return io.signal.aborted ? 1 : statusOfDeliveries(all);
}
