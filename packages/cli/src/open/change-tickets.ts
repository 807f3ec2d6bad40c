import type { Fields, NewChange } from '@itsm-bridge/core';
import type { Command } from 'commander';
import { type ExitStatus, statusOfChanges } from '../exit-status.ts';
import { parseField } from '../input/parse-field.ts';
import type { Io } from '../io.ts';
import { printChanges } from '../output/print-changes.ts';
import { openItsmOnLedger } from './open-itsm.ts';
import { type LedgerOptions, withLedger } from './options.ts';

export interface ChangeOptions extends LedgerOptions {
  readonly note?: string;
  readonly field?: readonly string[];
  readonly id?: string;
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** The options of every command that changes the tickets of a job. */
export const withChange = (command: Command): Command =>
  withLedger(command)
    .argument('<job>', 'the job id')
    .option('-n, --note <markdown>', 'a note; Markdown')
    .option(
      '-f, --field <name=value>',
      'a field of the platform; may be repeated; a value that is JSON is taken as such',
      collect,
    )
    .option('--id <id>', 'the same id again adds nothing; without one the same note is known by its text');

export const fieldsOf = ({ field = [] }: Pick<ChangeOptions, 'field'>): Fields =>
  Object.fromEntries(field.map(parseField));

/** Makes the change on every ticket of the job, and prints what became of it. */
export async function changeTickets(
  job: string,
  change: Omit<NewChange, 'note' | 'id'>,
  options: ChangeOptions,
  io: Io,
): Promise<ExitStatus> {
  const { note, id, json = false } = options;
  const itsm = await openItsmOnLedger(options, io);
  try {
    const asked = { ...change, ...(note === undefined ? {} : { note }), ...(id === undefined ? {} : { id }) };
    const changes = await itsm.updateTickets(job, asked, { signal: io.signal });
    printChanges(changes, io, json);
    return statusOfChanges(changes);
  } finally {
    await itsm.close();
  }
}
