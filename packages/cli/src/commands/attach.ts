import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { ItsmError } from '@itsm-bridge/core';
import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import { mediaTypeOf } from '../input/media-type-of.ts';
import type { Io } from '../io.ts';
import { changeTickets } from '../open/change-tickets.ts';
import { type LedgerOptions, withLedger } from '../open/options.ts';

interface AttachOptions extends LedgerOptions {
  readonly name?: string;
  readonly note?: string;
  readonly id?: string;
}

export const attachCommand = (program: Command): Command =>
  withLedger(program.command('attach'))
    .summary('attach a file to the tickets of a job')
    .description(
      'Attaches a file to the tickets of a job. The same file again is not attached a second time;\ngive it an --id to have it there twice.\nThe note is written once the file is there.',
    )
    .argument('<job>', 'the job id')
    .argument('<file>', 'the file')
    .option('--name <name>', 'what it is called on the ticket; default: its own name')
    .option('-n, --note <markdown>', 'a note, written after it; Markdown')
    .option('--id <id>', 'the same id again adds nothing; without one the same file is known by its name and content')
    .addHelpText('after', '\nExample:\n  itsm attach abc123 heap.txt --note "The heap before the restart."');

export async function attach(job: string, file: string, options: AttachOptions, io: Io): Promise<ExitStatus> {
  const content = await contentOf(file, io);
  const name = options.name ?? basename(file);
  return changeTickets(job, { attach: { name, content, mediaType: mediaTypeOf(name) } }, options, io);
}

async function contentOf(file: string, { cwd }: Io): Promise<Uint8Array> {
  try {
    return await readFile(resolve(cwd, file));
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    const words = why === 'ENOENT' ? 'there is no such file' : why === 'EISDIR' ? 'it is a folder' : why;
    throw new ItsmError('input', `${file}: cannot be attached: ${words}.`, { cause });
  }
}
