import { printable } from '@itsm-bridge/core';
import { recordLine } from '@itsm-bridge/server/lines';
import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { openItsmOnLedger } from '../open/open-itsm.ts';
import { type LedgerOptions, withLedger } from '../open/options.ts';
import { whoami } from '../open/whoami.ts';

export const linkCommand = (program: Command): Command =>
  withLedger(program.command('link'))
    .summary('give a delivery the ticket that somebody has found')
    .description(
      'Looks the ticket up on its platform, and puts it on record for a delivery that has none: nothing more is sent.',
    )
    .argument('<key>', 'of the delivery; "itsm tickets --json" shows it')
    .argument('<ticket>', 'what people call it: INC0010001, OPS-17')
    .addHelpText('after', '\nExample:\n  itsm link itsm-2d0ede541ff0bdada52b64ddb4fcf47d OPS-17');

export async function link(key: string, ticket: string, options: LedgerOptions, io: Io): Promise<ExitStatus> {
  const itsm = await openItsmOnLedger(options, io);
  try {
    const record = await itsm.link(key, { ticket, by: whoami(io), signal: io.signal });
    const { integration, jobId } = record;
    const name = record.ticket?.key ?? '-';
    const text = `${'linked'.padEnd(18)} ${integration.padEnd(12)} ${name.padEnd(12)} ${jobId}\n    ${record.ticket?.url ?? ''}\n`;
    io.stdout.write(options.json ? `${JSON.stringify(recordLine(record))}\n` : printable(text));
    return 0;
  } finally {
    await itsm.close();
  }
}
