import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { type ChangeOptions, changeTickets, fieldsOf, withChange } from '../open/change-tickets.ts';

export const reopenCommand = (program: Command): Command =>
  withChange(program.command('reopen'))
    .summary('reopen the tickets of a job')
    .description(
      'Reopens the tickets of a job. The fields go with the reopening, the note is written after it.\nA ticket that is open is left as it is.',
    )
    .addHelpText('after', '\nExample:\n  itsm reopen abc123 --note "It is back since **14:05**."');

export const reopen = (job: string, options: ChangeOptions, io: Io): Promise<ExitStatus> =>
  changeTickets(job, { reopen: fieldsOf(options) }, options, io);
