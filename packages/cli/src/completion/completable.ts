import type { Command } from 'commander';

/** What can stand in a place of the command line. */
export type Value = 'nothing' | 'file' | 'integration' | 'text' | readonly string[];

export interface CompletableOption {
  /** `-c`, `--config`; the long one last. */
  readonly names: readonly string[];
  readonly description: string;
  readonly value: Value;
}

export interface CompletableCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletableOption[];
  /** What may stand beside the options. */
  readonly argument: Value;
}

/** Every command with its options, as commander knows them. */
export function completable(program: Command): readonly CompletableCommand[] {
  const commands = program.commands.map(command => ({
    name: command.name(),
    summary: command.summary(),
    options: [
      ...command.options.map(({ short, long, description, required, optional, flags, argChoices }) => ({
        names: [short, long].filter(name => name !== undefined),
        description,
        value: required || optional ? valueAt(argumentIn(flags), argChoices) : ('nothing' as const),
      })),
      { names: ['-h', '--help'], description: 'help, with an example', value: 'nothing' as const },
    ],
    argument: argumentOf(command),
  }));
  const names = commands.map(({ name }) => name);
  return [...commands, { name: 'help', summary: 'help for a command', options: [], argument: names }];
}

/** Where several arguments differ, the one that can be completed: of a job and a file, the file. */
function argumentOf(command: Command): Value {
  const values = command.registeredArguments.map(argument => valueAt(argument.name(), argument.argChoices));
  return values.find(value => value !== 'text') ?? 'nothing';
}

const argumentIn = (flags: string): string => /[<[]([^>\]]+)[>\]]/.exec(flags)?.[1] ?? '';

/** By the word in `<…>`, which is what a help shows as well. */
function valueAt(name: string, choices: readonly string[] | undefined): Value {
  if (choices !== undefined) return choices;
  if (name === 'file') return 'file';
  return name === 'integration' ? 'integration' : 'text';
}
