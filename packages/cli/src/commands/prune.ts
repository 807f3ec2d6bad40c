import type { Pruned } from '@itsm-bridge/core';
import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { openItsmOnLedger } from '../open/open-itsm.ts';
import { type LedgerOptions, withLedger } from '../open/options.ts';

interface PruneOptions extends LedgerOptions {
  readonly dryRun?: boolean;
}

export const pruneCommand = (program: Command): Command =>
  withLedger(program.command('prune'))
    .summary('remove old texts from the ledger')
    .description(
      'Removes what is older than $settings.retention_days (90, unless the config says otherwise): analyses, titles, payloads,\nwarnings, the words of errors, dry runs, events, and the details of audit rows, reasons among them. Key, status and ticket\nof each delivery stay, so that the same analysis makes no second ticket. Workers do this by themselves, each hour.',
    )
    .option('--dry-run', 'only count what would be removed')
    .addHelpText('after', '\nExample:\n  itsm prune --dry-run');

export async function prune({ dryRun = false, ...options }: PruneOptions, io: Io): Promise<ExitStatus> {
  const itsm = await openItsmOnLedger(options, io);
  const { stdout, stderr, signal } = io;
  const onTerminal = stderr.isTTY === true;
  try {
    const onProgress = (soFar: Pruned) => {
      if (onTerminal) stderr.write(`\r\u001b[K${inWords(soFar)}`);
    };
    const pruned = await itsm.prune({ dryRun, signal, onProgress });
    if (onTerminal) stderr.write('\r\u001b[K');
    const { deliveries, changes, dryRuns, events, audit } = pruned;
    stdout.write(
      options.json
        ? `${JSON.stringify({ dry_run: dryRun, deliveries, changes, dry_runs: dryRuns, events, audit })}\n`
        : `${dryRun ? 'Would remove' : 'Removed'} ${inWords(pruned)}.\n`,
    );
  } finally {
    await itsm.close();
  }
  return signal.aborted ? 1 : 0;
}

const inWords = ({ deliveries, changes, dryRuns, events, audit }: Pruned): string =>
  `the texts of ${counted(deliveries, 'delivery', 'deliveries')} and ${counted(changes, 'change', 'changes')}, ` +
  `${counted(dryRuns, 'dry run', 'dry runs')}, ${counted(events, 'event', 'events')}, ` +
  `and the details of ${counted(audit, 'audit row', 'audit rows')}`;

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
