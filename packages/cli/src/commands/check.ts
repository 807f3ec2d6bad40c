import { sep } from 'node:path';
import { printable } from '@itsm-bridge/core';
import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import { readAnalyses } from '../input/read-analyses.ts';
import type { Io } from '../io.ts';
import { openWithOrigins } from '../open/open-itsm.ts';
import { type ConfigOptions, withConfig } from '../open/options.ts';
import { type Paint, paintFor } from '../output/paint.ts';

interface CheckOptions extends ConfigOptions {
  readonly sample?: string;
}

export const checkCommand = (program: Command): Command =>
  withConfig(program.command('check'))
    .summary('find what is wrong before an incident does')
    .description(
      'Checks config, variables and templates: every template and mapping is executed on a sample analysis.\nWithout the network, unless --online asks the platforms (reads only).',
    )
    .option('--online', 'also sign in to each platform and read what is configured, where dry_run is on as well')
    .option('--sample <file>', 'an analysis of yours instead of the built-in sample')
    .addHelpText('after', '\nExample:\n  itsm check --config config/itsm_config.json');

/** Exit status 2 when a step failed: something has to be mended before analyses can become tickets. */
export async function check(options: CheckOptions, io: Io): Promise<ExitStatus> {
  const [sample] = options.sample === undefined ? [] : await readAnalyses([options.sample], io);
  const { itsm, origins } = await openWithOrigins(options, io);
  // Files below the working folder are named as the user would name them.
  const paint = paintFor(io.stdout, io.env);
  const print = (step: CheckLine) =>
    io.stdout.write((options.json ? `${JSON.stringify(step)}\n` : line(step, paint)).replaceAll(`${io.cwd}${sep}`, ''));
  let failed = false;
  try {
    for (const { integration, origin } of origins) print({ integration, step: 'plugin', ok: true, detail: origin });
    const steps = await itsm.check({
      online: options.online === true,
      signal: io.signal,
      ...(sample ? { sample } : {}),
    });
    for (const step of steps) {
      failed ||= !step.ok;
      print(step);
    }
  } finally {
    await itsm.close();
  }
  return failed ? 2 : 0;
}

/** One line a step, also where its detail has several; what to do about a failure is below it. */
function line({ ok, integration, step, detail, hint }: CheckLine, paint: Paint): string {
  const oneLine = (text: string) =>
    printable(text)
      .split('\n')
      .map(part => part.trim())
      .filter(part => part !== '')
      .join('; ');
  const state = ok ? paint(['green'], 'ok') + ' '.repeat(4) : paint(['red', 'bold'], 'FAILED');
  const first = `${state} ${integration}: ${step}: ${oneLine(detail)}\n`;
  return hint && !ok ? `${first}       ${oneLine(hint)}\n` : first;
}

interface CheckLine {
  readonly ok: boolean;
  readonly integration: string;
  readonly step: string;
  readonly detail: string;
  readonly hint?: string;
}
