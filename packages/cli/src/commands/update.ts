import { ItsmError } from '@itsm-bridge/core';
import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { type ChangeOptions, changeTickets, fieldsOf, withChange } from '../open/change-tickets.ts';

export const updateCommand = (program: Command): Command =>
  withChange(program.command('update'))
    .summary('add later findings to the tickets of a job')
    .description(
      'Adds later findings to the tickets of a job: a comment in Jira, a work note in ServiceNow.\nThe same note again is not written a second time; give it an --id to have it there twice.',
    )
    .addHelpText('after', '\nExample:\n  itsm update abc123 --note "The patch is live since **10:42**."');

export async function update(job: string, options: ChangeOptions, io: Io): Promise<ExitStatus> {
  const fields = fieldsOf(options);
  if (options.note === undefined && options.field === undefined) {
    throw new ItsmError('input', 'Nothing to change: give --note, --field or both.');
  }
  return changeTickets(job, { fields }, options, io);
}
