import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { ItsmError } from '@itsm-bridge/core';
import { startJira, startSandboxPage, startServiceNow } from '@itsm-bridge/testkit';
import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { port } from '../open/port.ts';
import { sandboxConfig } from '../sandbox/sandbox-config.ts';
import { sandboxVariables } from '../sandbox/sandbox-variables.ts';
import { writeVariables } from '../sandbox/write-variables.ts';

interface SandboxOptions {
  readonly pagePort: number;
  readonly servicenowPort: number;
  readonly jiraPort: number;
  readonly out: string;
  readonly env?: string;
  readonly json?: boolean;
}

export const sandboxCommand = (program: Command): Command =>
  program
    .command('sandbox')
    .summary('run a simulated ServiceNow and Jira to try things out')
    .description(
      'Runs a simulated ServiceNow and a simulated Jira on loopback, and writes a config that points at them.\nA page shows what they hold. They keep their tickets in memory until Ctrl-C.',
    )
    .option('--page-port <port>', 'port of the page that shows their tickets', port, 8180)
    .option('--servicenow-port <port>', 'port of the ServiceNow', port, 8181)
    .option('--jira-port <port>', 'port of the Jira', port, 8182)
    .option('--out <file>', 'where the config is written', '.itsm/sandbox.json')
    .option('--env <file>', 'fill in the variables of this .env as well, such as the one of itsm init')
    .option('--json', 'one JSON object a line on standard output')
    .addHelpText(
      'after',
      '\nExample:\n  itsm sandbox\nand in a second terminal:\n  itsm create analyses/*.json --config .itsm/sandbox.json',
    );

export async function sandbox(options: SandboxOptions, io: Io): Promise<ExitStatus> {
  const file = resolve(io.cwd, options.out);
  const config = relative(io.cwd, file);
  const env = options.env === undefined ? undefined : resolve(io.cwd, options.env);
  const hint = `itsm create <analysis.json>${env === undefined ? ` --config ${config}` : ''}`;
  await using page = await orSay('--page-port', startSandboxPage({ port: options.pagePort, hint }));
  const shared = { overview: page.url };
  await using servicenow = await orSay(
    '--servicenow-port',
    startServiceNow({ ...shared, port: options.servicenowPort }),
  );
  await using jira = await orSay('--jira-port', startJira({ ...shared, port: options.jiraPort }));
  for (const { tickets } of [servicenow, jira]) page.show(tickets);
  const environment = `sandbox-${randomUUID()}`;
  const addresses = { servicenow: servicenow.url, jira: jira.url };
  if (env !== undefined)
    await orSay('--env', writeVariables(env, sandboxVariables({ ...addresses, environment }), io.env));
  await orSay('--out', writeConfig(file, sandboxConfig(addresses.servicenow, addresses.jira, environment)));
  const started = {
    page: page.url,
    ...addresses,
    config,
    ...(env === undefined ? {} : { env: relative(io.cwd, env) }),
  };
  io.stdout.write(
    options.json ? `${JSON.stringify(started)}\n` : `${words(started)}\nTry:  ${hint}\nCtrl-C ends it.\n`,
  );
  if (!io.signal.aborted) await once(io.signal, 'abort');
  return 0;
}

const titles = { page: 'Page', servicenow: 'ServiceNow', jira: 'Jira', config: 'Config', env: 'Variables' } as const;

const words = (started: Readonly<Record<string, string>>): string =>
  Object.entries(titles)
    .flatMap(([name, title]) => (started[name] === undefined ? [] : `${title.padEnd(12)}${started[name]}\n`))
    .join('');

async function writeConfig(file: string, config: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(config, null, 2)}\n`);
}

/** A port in use or a folder that is read-only is the user's to mend, with the option that says where else. */
async function orSay<Result>(option: string, step: Promise<Result>): Promise<Result> {
  try {
    return await step;
  } catch (cause) {
    if (ItsmError.is(cause)) throw cause;
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new ItsmError('config', `${words}. Choose another with ${option}.`, { cause });
  }
}
