import { lstatSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ItsmError } from '@itsm-bridge/core';
import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import { askChoices } from '../init/ask-choices.ts';
import { type Choices, defaultChoices, platformsOf, problemWithPlatforms } from '../init/choices.ts';
import { missingText } from '../init/missing-text.ts';
import { nextCommands } from '../init/next-commands.ts';
import { planFiles } from '../init/plan-files.ts';
import { planGitIgnore } from '../init/plan-git-ignore.ts';
import { type Missing, whatIsMissing } from '../init/what-is-missing.ts';
import { writeFiles } from '../init/write-files.ts';
import type { Io } from '../io.ts';
import { configOption } from '../open/options.ts';
import { pluginsAtHand } from '../schema/plugins-at-hand.ts';

interface InitOptions {
  readonly config: string;
  readonly platform?: string;
  readonly dryRun?: boolean;
  readonly templates?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

export const initCommand = (program: Command): Command =>
  configOption(program.command('init'))
    .summary('write a config to begin with')
    .description(
      'Writes a config, its schema, a .env for what it needs, and an example analysis. What is there already is left\nas it is. On a terminal it asks what no option says.',
    )
    .option('--platform <names>', 'servicenow, jira, github, pagerduty, webhook; several with commas between them')
    .option('--dry-run', 'the integrations begin as dry runs: nothing is sent')
    .option('--templates', 'write the templates of the plugins beside the config, to change them')
    .option('-y, --yes', 'ask nothing: ServiceNow and Jira, unless options say otherwise')
    .option('--json', 'one JSON object a line on standard output')
    .addHelpText('after', '\nExample:\n  itsm init\n  itsm init --platform jira --dry-run --yes');

export async function init(options: InitOptions, io: Io): Promise<ExitStatus> {
  const given = chosen(options);
  const asks = io.stdin.isTTY === true && io.stdout.isTTY === true && !options.yes && !options.json;
  const choices = asks ? await askChoices(given, io) : { ...defaultChoices, ...given };
  const places = { config: resolve(io.cwd, options.config), cwd: io.cwd };
  const files = planFiles(choices, await pluginsAtHand(places), places);
  const left = files.filter(({ path }) => isThere(path));
  const toWrite = [...files.filter(file => !left.includes(file)), ...(await planGitIgnore(places))];
  const missing = await whatIsMissing(files, left, { config: places.config, env: io.env });
  await writeFiles(toWrite);

  const named = (all: readonly { readonly path: string }[]) => all.map(({ path }) => relative(io.cwd, path));
  const env = relative(io.cwd, join(dirname(places.config), '.env'));
  const next = nextCommands(choices, options.config, env);
  const told = { written: named(toWrite), left: named(left), missing, next };
  io.stdout.write(options.json ? `${JSON.stringify(told)}\n` : words(told, relative(io.cwd, places.config), env));
  return 0;
}

/** Also a link that leads nowhere. What cannot even be looked at is not there: writing it will say why. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

interface Told {
  readonly written: readonly string[];
  readonly left: readonly string[];
  readonly missing: Missing;
  readonly next: readonly string[];
}

const words = ({ written, left, missing, next }: Told, config: string, env: string): string =>
  [
    ...written.map(file => `written            ${file}\n`),
    ...left.map(file => `left as it was     ${file}\n`),
    missingText(missing, { config, env }),
    `\nFill in ${env}, or try everything on simulated platforms first. Next:\n`,
    ...next.map(command => `  ${command}\n`),
  ].join('');

/** @throws ItsmError kind `input` */
function chosen({ platform, dryRun, templates }: InitOptions): Partial<Choices> {
  const wrong = platform === undefined ? undefined : problemWithPlatforms(platform);
  if (wrong !== undefined) throw new ItsmError('input', `--platform: ${wrong}`);
  return {
    ...(platform === undefined ? {} : { platforms: platformsOf(platform) }),
    ...(dryRun === undefined ? {} : { dryRun }),
    ...(templates === undefined ? {} : { templates }),
  };
}
