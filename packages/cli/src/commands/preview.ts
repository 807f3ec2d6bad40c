import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ItsmError, type Preview } from '@itsm-bridge/core';
import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import { readAnalyses } from '../input/read-analyses.ts';
import type { Io } from '../io.ts';
import { openItsm } from '../open/open-itsm.ts';
import { type ConfigOptions, withConfig } from '../open/options.ts';
import { paintFor } from '../output/paint.ts';
import { previewLine, previewText } from '../output/preview-text.ts';

interface PreviewOptions extends ConfigOptions {
  readonly raw?: boolean;
  readonly html?: string;
}

export const previewCommand = (program: Command): Command =>
  withConfig(program.command('preview'))
    .summary('show the tickets, and the exact requests that would be sent')
    .description(
      'Shows each ticket as it will read, and the exact request that would be sent: method, URL, masked headers, body.\nNo network, no record. Names that only the platform knows (groups, callers) are marked; --online looks them up,\nand the body is then the request’s, byte for byte.',
    )
    .argument('<file...>', 'analyses: .json, .jsonl, or - for standard input')
    .option('--online', 'look names up on the platform (reads only)')
    .option('--raw', 'the requests alone')
    .option('--html <file>', 'write all the tickets as one page, which needs nothing else')
    .addHelpText('after', '\nExample:\n  itsm preview analyses/abc123.json --integration jira');

/** Exit status 2 where a template names what the analysis does not have: at delivery that would be a warning. */
export async function previewRequests(files: readonly string[], options: PreviewOptions, io: Io): Promise<ExitStatus> {
  if (options.html === '') throw new ItsmError('input', '--html is empty; name the file to write.');
  if (options.html !== undefined && options.raw)
    throw new ItsmError('input', '--raw is for a terminal: leave it or --html out.');
  const analyses = await readAnalyses(files, io);
  const itsm = await openItsm(options, io);
  const all: Preview[] = [];
  let undefinedVariables = false;
  try {
    for (const analysis of analyses) {
      for (const preview of await itsm.preview(analysis, { online: options.online === true, signal: io.signal })) {
        if (options.html === undefined || options.json) print(preview, options, io);
        if (options.html !== undefined) all.push(preview);
        undefinedVariables = complain(preview, io) || undefinedVariables;
      }
    }
  } finally {
    await itsm.close();
  }
  if (options.html !== undefined) {
    const { previewPage } = await import('../output/ticket/preview-page.ts');
    await write(options.html, previewPage(all), io);
    if (!options.json) io.stdout.write(`${options.html}: ${all.length === 1 ? '1 ticket' : `${all.length} tickets`}\n`);
  }
  return undefinedVariables ? 2 : 0;
}

/** A terminal as wide as a screen is no page to read. */
const widest = 100;

function print(preview: Preview, { json, raw = false }: PreviewOptions, { stdout, env }: Io): void {
  const width = Math.min(stdout.columns ?? 80, widest);
  const look = { raw, width, paint: paintFor(stdout, env) };
  stdout.write(json ? `${JSON.stringify(previewLine(preview))}\n` : previewText(preview, look));
}

async function write(file: string, page: string, { cwd }: Io): Promise<void> {
  try {
    await writeFile(resolve(cwd, file), page);
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new ItsmError('input', `--html ${file}: ${words}`, { cause });
  }
}

function complain({ warnings, integration }: Preview, { stderr }: Io): boolean {
  const missing = warnings.filter(({ code }) => code === 'undefined-variable');
  for (const { message } of missing) stderr.write(`error: ${integration}: ${message}\n`);
  return missing.length > 0;
}
