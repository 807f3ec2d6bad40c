import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { type ChangeOptions, changeTickets, fieldsOf, withChange } from '../open/change-tickets.ts';

export const resolveCommand = (program: Command): Command =>
  withChange(program.command('resolve'))
    .summary('resolve the tickets of a job')
    .description(
      'Resolves the tickets of a job. The note is written first, the fields go with the resolution.\nA ticket that a person has resolved already is left as it is.',
    )
    .addHelpText(
      'after',
      '\nExample:\n  itsm resolve abc123 --note "Fixed in **2.4.1**." --field close_code="Known error"',
    );

export const resolve = (job: string, options: ChangeOptions, io: Io): Promise<ExitStatus> =>
  changeTickets(job, { resolve: fieldsOf(options) }, options, io);
