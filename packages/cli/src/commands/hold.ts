import type { Itsm } from '@itsm-bridge/core';
import { laneLine } from '@itsm-bridge/server/lines';
import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { openItsmOnLedger } from '../open/open-itsm.ts';
import { type LedgerOptions, withLedger } from '../open/options.ts';
import { whoami } from '../open/whoami.ts';
import { laneText } from '../output/lane-text.ts';

export const pauseCommand = (program: Command): Command =>
  withLedger(program.command('pause'), { integrationOption: false })
    .summary('hold back the deliveries of an integration')
    .description(
      'Holds back the deliveries of an integration in every process on the ledger, until it is resumed.\nThey stay on record as pending, with the reason.',
    )
    .argument('<integration>', 'as the config names it')
    .addHelpText('after', '\nExample:\n  itsm pause jira');

export const resumeCommand = (program: Command): Command =>
  withLedger(program.command('resume'), { integrationOption: false })
    .summary('let the deliveries of an integration go on')
    .description('Ends a pause, and closes the breaker: what waited is due at once.')
    .argument('<integration>', 'as the config names it')
    .addHelpText('after', '\nExample:\n  itsm resume jira');

export const lanesCommand = (program: Command): Command =>
  withLedger(program.command('lanes'))
    .summary('show what holds each integration back, and how much waits')
    .description('Shows for each integration whether it is paused or its breaker is open, and how much waits.')
    .addHelpText('after', '\nExample:\n  itsm lanes');

export const pause = (name: string, options: LedgerOptions, io: Io): Promise<ExitStatus> =>
  onLanes(options, io, async itsm => {
    await itsm.pause(name, whoami(io));
    return [name];
  });

export const resume = (name: string, options: LedgerOptions, io: Io): Promise<ExitStatus> =>
  onLanes(options, io, async itsm => {
    await itsm.resume(name, whoami(io));
    return [name];
  });

export const lanes = (options: LedgerOptions, io: Io): Promise<ExitStatus> =>
  onLanes(options, io, async itsm => (await itsm.lanes()).map(({ integration }) => integration));

/** Does it, and prints the lanes that it names. Only the ledger is touched: as in a dry run, no credentials are needed. */
async function onLanes(
  options: LedgerOptions,
  io: Io,
  step: (itsm: Itsm) => Promise<readonly string[]>,
): Promise<ExitStatus> {
  const itsm = await openItsmOnLedger(options, io, { switchOn: ['dry_run'] });
  try {
    const names = await step(itsm);
    if (names.length === 0) io.stderr.write('No integration is enabled.\n');
    for (const report of await itsm.lanes()) {
      if (!names.includes(report.integration)) continue;
      io.stdout.write(options.json ? `${JSON.stringify(laneLine(report))}\n` : laneText(report));
    }
  } finally {
    await itsm.close();
  }
  return 0;
}
