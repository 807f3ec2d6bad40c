import type { ExitStatus } from './exit-status.ts';
import type { Io } from './io.ts';
import { version } from './version.ts';

/** Runs one command line. Never throws and never exits: a failure is a message on standard error and a status. */
export async function run(args: readonly string[], io: Io): Promise<ExitStatus> {
  const [first = ''] = args;
  // What scripts ask first is answered before anything is loaded.
  if (args.length === 1 && ['--version', '-V'].includes(first)) {
    io.stdout.write(`${version}\n`);
    return 0;
  }
  const { runCommand } = await import('./run-command.ts');
  return runCommand(args, io);
}
