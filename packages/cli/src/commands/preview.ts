import type { Preview } from '@itsm-bridge/core';
import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import { readAnalyses } from '../input/read-analyses.ts';
import type { Io } from '../io.ts';
import { openItsm } from '../open/open-itsm.ts';
import { type ConfigOptions, withConfig } from '../open/options.ts';
import { previewLine, previewText } from '../output/preview-text.ts';

export const previewCommand = (program: Command): Command =>
  withConfig(program.command('preview'))
    .summary('show the exact requests that would be sent')
    .description(
      'Shows the exact requests that would be sent: method, URL, masked headers, body. No network, no record.\nNames that only the platform knows (groups, callers) are marked; --online looks them up, and the body is then the request’s, byte for byte.',
    )
    .argument('<file...>', 'analyses: .json, .jsonl, or - for standard input')
    .option('--online', 'look names up on the platform (reads only)')
    .addHelpText('after', '\nExample:\n  itsm preview analyses/abc123.json --integration jira');

/** Exit status 2 where a template names what the analysis does not have: at delivery that would be a warning. */
export async function previewRequests(files: readonly string[], options: ConfigOptions, io: Io): Promise<ExitStatus> {
  const analyses = await readAnalyses(files, io);
  const itsm = await openItsm(options, io);
  let undefinedVariables = false;
  try {
    for (const analysis of analyses) {
      for (const preview of await itsm.preview(analysis, { online: options.online === true, signal: io.signal })) {
        io.stdout.write(options.json ? `${JSON.stringify(previewLine(preview))}\n` : previewText(preview));
        undefinedVariables = complain(preview, io) || undefinedVariables;
      }
    }
  } finally {
    await itsm.close();
  }
  return undefinedVariables ? 2 : 0;
}

function complain({ warnings, integration }: Preview, { stderr }: Io): boolean {
  const missing = warnings.filter(({ code }) => code === 'undefined-variable');
  for (const { message } of missing) stderr.write(`error: ${integration}: ${message}\n`);
  return missing.length > 0;
}
