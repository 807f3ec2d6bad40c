import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import type { Io } from '../io.ts';

interface Adding {
  readonly program: Command;
  readonly io: Io;
  /** Takes the status of the command that runs. */
  readonly done: (result: Promise<ExitStatus>) => Promise<void>;
}

/**
 * Every command by its name, in the order of the help. Each is loaded when it is asked for: what one of them needs is no
 * weight of the others.
 */
export const commands: Readonly<Record<string, (to: Adding) => Promise<Command>>> = {
  init: async ({ program, io, done }) => {
    const { init, initCommand } = await import('./init.ts');
    return initCommand(program).action(options => done(init(options, io)));
  },
  create: async ({ program, io, done }) => {
    const { create, createCommand } = await import('./create.ts');
    return createCommand(program).action((files, options) => done(create(files, options, io)));
  },
  update: async ({ program, io, done }) => {
    const { update, updateCommand } = await import('./update.ts');
    return updateCommand(program).action((job, options) => done(update(job, options, io)));
  },
  resolve: async ({ program, io, done }) => {
    const { resolve, resolveCommand } = await import('./resolve.ts');
    return resolveCommand(program).action((job, options) => done(resolve(job, options, io)));
  },
  reopen: async ({ program, io, done }) => {
    const { reopen, reopenCommand } = await import('./reopen.ts');
    return reopenCommand(program).action((job, options) => done(reopen(job, options, io)));
  },
  attach: async ({ program, io, done }) => {
    const { attach, attachCommand } = await import('./attach.ts');
    return attachCommand(program).action((job, file, options) => done(attach(job, file, options, io)));
  },
  preview: async ({ program, io, done }) => {
    const { previewCommand, previewRequests } = await import('./preview.ts');
    return previewCommand(program).action((files, options) => done(previewRequests(files, options, io)));
  },
  tickets: async ({ program, io, done }) => {
    const { tickets, ticketsCommand } = await import('./tickets.ts');
    return ticketsCommand(program).action((job, options) => done(tickets(job, options, io)));
  },
  check: async ({ program, io, done }) => {
    const { check, checkCommand } = await import('./check.ts');
    return checkCommand(program).action(options => done(check(options, io)));
  },
  fields: async ({ program, io, done }) => {
    const { fields, fieldsCommand } = await import('./fields.ts');
    return fieldsCommand(program).action((name, options) => done(fields(name, options, io)));
  },
  worker: async ({ program, io, done }) => {
    const { worker, workerCommand } = await import('./worker.ts');
    return workerCommand(program).action(options => done(worker(options, io)));
  },
  serve: async ({ program, io, done }) => {
    const { serve, serveCommand } = await import('./serve.ts');
    return serveCommand(program).action(options => done(serve(options, io)));
  },
  lanes: async ({ program, io, done }) => {
    const { lanes, lanesCommand } = await import('./hold.ts');
    return lanesCommand(program).action(options => done(lanes(options, io)));
  },
  pause: async ({ program, io, done }) => {
    const { pause, pauseCommand } = await import('./hold.ts');
    return pauseCommand(program).action((name, options) => done(pause(name, options, io)));
  },
  resume: async ({ program, io, done }) => {
    const { resume, resumeCommand } = await import('./hold.ts');
    return resumeCommand(program).action((name, options) => done(resume(name, options, io)));
  },
  replay: async ({ program, io, done }) => {
    const { replay, replayCommand } = await import('./replay.ts');
    return replayCommand(program).action((key, options) => done(replay(key, options, io)));
  },
  review: async ({ program, io, done }) => {
    const { review, reviewCommand } = await import('./review.ts');
    return reviewCommand(program).action((decision, key, options) => done(review(decision, key, options, io)));
  },
  link: async ({ program, io, done }) => {
    const { link, linkCommand } = await import('./link.ts');
    return linkCommand(program).action((key, ticket, options) => done(link(key, ticket, options, io)));
  },
  migrate: async ({ program, io, done }) => {
    const { migrate, migrateCommand } = await import('./migrate.ts');
    return migrateCommand(program).action(options => done(migrate(options, io)));
  },
  prune: async ({ program, io, done }) => {
    const { prune, pruneCommand } = await import('./prune.ts');
    return pruneCommand(program).action(options => done(prune(options, io)));
  },
  restored: async ({ program, io, done }) => {
    const { restored, restoredCommand } = await import('./restored.ts');
    return restoredCommand(program).action(options => done(restored(options, io)));
  },
  schema: async ({ program, io, done }) => {
    const { schema, schemaCommand } = await import('./schema.ts');
    return schemaCommand(program).action(options => done(schema(options, io)));
  },
  sandbox: async ({ program, io, done }) => {
    const { sandbox, sandboxCommand } = await import('./sandbox.ts');
    return sandboxCommand(program).action(options => done(sandbox(options, io)));
  },
  completion: async ({ program, io, done }) => {
    const whole = () => withCommands(program.createCommand(program.name()), { io, done }, Object.keys(commands));
    const { completion, completionCommand } = await import('./completion.ts');
    return completionCommand(program).action((shell, options) => done(completion(shell, options, whole, io)));
  },
};

/** The program with these commands. */
export async function withCommands(
  program: Command,
  to: Omit<Adding, 'program'>,
  names: readonly string[],
): Promise<Command> {
  for (const name of names) await commands[name]?.({ ...to, program });
  return program;
}
