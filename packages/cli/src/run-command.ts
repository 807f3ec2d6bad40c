import { ItsmError, printable } from '@itsm-bridge/core';
import { Command, CommanderError } from 'commander';
import { commands, withCommands } from './commands/commands.ts';
import { type ExitStatus, statusOfError } from './exit-status.ts';
import type { Io } from './io.ts';
import { errorLine } from './output/error-line.ts';
import { version } from './version.ts';

/** What `run` does with a command line that asks for more than the version. */
export async function runCommand(args: readonly string[], io: Io): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const done = (result: Promise<ExitStatus>) =>
    result.then(code => {
      status = code;
    });
  const program = new Command('itsm')
    .description('Turns finished root-cause analyses into tickets in ServiceNow and Jira.')
    .version(version)
    .configureOutput({ writeOut: text => io.stdout.write(text), writeErr: text => io.stderr.write(text) })
    .showHelpAfterError('(see itsm help)')
    .exitOverride();
  try {
    await withCommands(program, { io, done }, needed(args));
    for (const command of program.commands) command.showHelpAfterError(`(see itsm help ${command.name()})`);
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    return explain(error, args.includes('--json'), io);
  }
}

/** The help and the advice for a misspelt name know every command; a command needs no other one. */
function needed([first = '']: readonly string[]): readonly string[] {
  return Object.hasOwn(commands, first) ? [first] : Object.keys(commands);
}

function explain(error: unknown, json: boolean, { stdout, stderr, cwd }: Io): ExitStatus {
  // Commander has printed its own message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (ItsmError.is(error)) {
    // Files below the working folder are named as the user would name them.
    const asNamed = (text: string) => text.replaceAll(`${cwd}/`, '');
    stderr.write(`${printable(asNamed(error.message)).replace(/^/gm, 'error: ')}\n`);
    if (json) stdout.write(`${asNamed(JSON.stringify(errorLine(error)))}\n`);
    return statusOfError(error);
  }
  stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\nThis is a defect of itsm-bridge.\n`);
  return 1;
}
