import { type Delivery, type Itsm, ItsmError, isDeadLetter } from '@itsm-bridge/core';
import type { Command } from 'commander';
import { type ExitStatus, statusOfDeliveries } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { openItsmOnLedger } from '../open/open-itsm.ts';
import { type LedgerOptions, withLedger } from '../open/options.ts';
import { whoami } from '../open/whoami.ts';
import { printDelivery } from '../output/print-delivery.ts';
import { progress } from '../output/progress.ts';

interface ReplayOptions extends LedgerOptions {
  readonly failed?: boolean;
}

export const replayCommand = (program: Command): Command =>
  withLedger(program.command('replay'))
    .summary('send dead letters again')
    .description(
      'Sends what failed again, as it was handed in: one delivery by its key, or all that failed.\nWhat may have reached the platform before is looked up first.',
    )
    .argument('[key]', 'of one delivery; "itsm tickets --json" shows it')
    .option('--failed', 'all that failed, except what a person has rejected')
    .addHelpText('after', '\nExample:\n  itsm replay --failed --integration jira');

export async function replay(key: string | undefined, options: ReplayOptions, io: Io): Promise<ExitStatus> {
  if ((key === undefined) === (options.failed !== true)) {
    throw new ItsmError('input', 'Give the key of one delivery, or --failed for all that failed.');
  }
  const itsm = await openItsmOnLedger(options, io);
  const all: Delivery[] = [];
  try {
    const query = key === undefined ? ({ failed: true } as const) : { key };
    const total = key === undefined ? await countOfFailed(itsm) : 1;
    const counter = progress(total, io);
    for await (const delivery of itsm.replay(query, { signal: io.signal, by: whoami(io) })) {
      counter.end();
      printDelivery(delivery, options.json === true, io);
      all.push(delivery);
      counter.step(all.length);
    }
    counter.end();
  } finally {
    await itsm.close();
  }
  if (all.length === 0) io.stderr.write('Nothing is left to be sent again.\n');
  return io.signal.aborted ? 1 : statusOfDeliveries(all);
}

const countOfFailed = async (itsm: Itsm): Promise<number> =>
  (await itsm.deliveries({ status: 'failed' })).filter(isDeadLetter).length;
