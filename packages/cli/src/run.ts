import { ItsmError, printable } from '@itsm-bridge/core';
import { Command, CommanderError } from 'commander';
import { attach, attachCommand } from './commands/attach.ts';
import { check, checkCommand } from './commands/check.ts';
import { completion, completionCommand } from './commands/completion.ts';
import { create, createCommand } from './commands/create.ts';
import { fields, fieldsCommand } from './commands/fields.ts';
import { lanes, lanesCommand, pause, pauseCommand, resume, resumeCommand } from './commands/hold.ts';
import { init, initCommand } from './commands/init.ts';
import { link, linkCommand } from './commands/link.ts';
import { migrate, migrateCommand } from './commands/migrate.ts';
import { previewCommand, previewRequests } from './commands/preview.ts';
import { prune, pruneCommand } from './commands/prune.ts';
import { reopen, reopenCommand } from './commands/reopen.ts';
import { replay, replayCommand } from './commands/replay.ts';
import { resolve, resolveCommand } from './commands/resolve.ts';
import { restored, restoredCommand } from './commands/restored.ts';
import { review, reviewCommand } from './commands/review.ts';
import { sandbox, sandboxCommand } from './commands/sandbox.ts';
import { schema, schemaCommand } from './commands/schema.ts';
import { serve, serveCommand } from './commands/serve.ts';
import { tickets, ticketsCommand } from './commands/tickets.ts';
import { update, updateCommand } from './commands/update.ts';
import { worker, workerCommand } from './commands/worker.ts';
import { type ExitStatus, statusOfError } from './exit-status.ts';
import type { Io } from './io.ts';
import { errorLine } from './output/error-line.ts';
import { version } from './version.ts';

/** Runs one command line. Never throws and never exits: a failure is a message on standard error and a status. */
export async function run(args: readonly string[], io: Io): Promise<ExitStatus> {
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
  initCommand(program).action(options => done(init(options, io)));
  createCommand(program).action((files, options) => done(create(files, options, io)));
  updateCommand(program).action((job, options) => done(update(job, options, io)));
  resolveCommand(program).action((job, options) => done(resolve(job, options, io)));
  reopenCommand(program).action((job, options) => done(reopen(job, options, io)));
  attachCommand(program).action((job, file, options) => done(attach(job, file, options, io)));
  previewCommand(program).action((files, options) => done(previewRequests(files, options, io)));
  ticketsCommand(program).action((job, options) => done(tickets(job, options, io)));
  checkCommand(program).action(options => done(check(options, io)));
  fieldsCommand(program).action((name, options) => done(fields(name, options, io)));
  workerCommand(program).action(options => done(worker(options, io)));
  serveCommand(program).action(options => done(serve(options, io)));
  lanesCommand(program).action(options => done(lanes(options, io)));
  pauseCommand(program).action((name, options) => done(pause(name, options, io)));
  resumeCommand(program).action((name, options) => done(resume(name, options, io)));
  replayCommand(program).action((key, options) => done(replay(key, options, io)));
  reviewCommand(program).action((decision, key, options) => done(review(decision, key, options, io)));
  linkCommand(program).action((key, ticket, options) => done(link(key, ticket, options, io)));
  migrateCommand(program).action(options => done(migrate(options, io)));
  pruneCommand(program).action(options => done(prune(options, io)));
  restoredCommand(program).action(options => done(restored(options, io)));
  schemaCommand(program).action(options => done(schema(options, io)));
  sandboxCommand(program).action(options => done(sandbox(options, io)));
  completionCommand(program).action((shell, options) => done(completion(shell, options, program, io)));
  for (const command of program.commands) command.showHelpAfterError(`(see itsm help ${command.name()})`);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    return explain(error, args.includes('--json'), io);
  }
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
