import { ItsmError, type Json, printable } from '@itsm-bridge/core';
import type { Command } from 'commander';
import { type ExitStatus, statusOfChanges } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { openItsmOnLedger } from '../open/open-itsm.ts';
import { type LedgerOptions, withLedger } from '../open/options.ts';
import { changeLine } from '../output/delivery-line.ts';

interface UpdateOptions extends LedgerOptions {
  readonly note?: string;
  readonly field?: readonly string[];
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export const updateCommand = (program: Command): Command =>
  withLedger(program.command('update'))
    .summary('add later findings to the tickets of a job')
    .description('Adds later findings to the tickets of a job: a comment in Jira, a work note in ServiceNow.')
    .argument('<job>', 'the job id')
    .option('-n, --note <markdown>', 'the note; Markdown')
    .option(
      '-f, --field <name=value>',
      'a field of the platform; may be repeated; a value that is JSON is taken as such',
      collect,
    )
    .addHelpText('after', '\nExample:\n  itsm update abc123 --note "The patch is live since **10:42**."');

export async function update(job: string, options: UpdateOptions, io: Io): Promise<ExitStatus> {
  const fields = Object.fromEntries((options.field ?? []).map(fieldOf));
  if (options.note === undefined && options.field === undefined) {
    throw new ItsmError('input', 'Nothing to change: give --note, --field or both.');
  }
  const itsm = await openItsmOnLedger(options, io);
  try {
    const change = { ...(options.note === undefined ? {} : { note: options.note }), fields };
    const changes = await itsm.updateTickets(job, change, { signal: io.signal });
    for (const done of changes) {
      const { status, integration, ticket, error, warnings } = done;
      if (options.json) io.stdout.write(`${JSON.stringify(changeLine(done))}\n`);
      else {
        io.stdout.write(`${status.padEnd(18)} ${integration.padEnd(12)} ${ticket.key.padEnd(12)} ${ticket.url}\n`);
        if (error) io.stdout.write(printable(`    ${error.kind}: ${error.message}\n`));
        for (const { message } of warnings) io.stdout.write(printable(`    warning: ${message}\n`));
      }
    }
    return statusOfChanges(changes);
  } finally {
    await itsm.close();
  }
}

function fieldOf(text: string): readonly [string, Json] {
  const at = text.indexOf('=');
  if (at < 1) throw new ItsmError('input', `--field ${text}: accepted is name=value.`);
  return [text.slice(0, at), fieldValue(text.slice(at + 1))];
}

/** `["a","b"]` and `{"name":"High"}` are structures; `2` stays the text that ServiceNow takes. */
function fieldValue(text: string): Json {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
