import { resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { bashScript } from '../completion/bash-script.ts';
import { completable } from '../completion/completable.ts';
import { fishScript } from '../completion/fish-script.ts';
import { zshScript } from '../completion/zsh-script.ts';
import type { ExitStatus } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { configOption } from '../open/options.ts';
import { configRoot } from '../plugins/config-root.ts';
import { wantedPlugins } from '../plugins/wanted-plugins.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

export const completionCommand = (program: Command): Command =>
  configOption(program.command('completion'))
    .summary('complete commands, options and integrations in a shell')
    .description(
      'Prints a script that has a shell complete commands, options, files and the integrations of the config at hand.\n"integrations" prints the names that the scripts ask for.',
    )
    .addArgument(new Argument('<shell>', 'of this shell').choices([...Object.keys(scripts), 'integrations']))
    .addHelpText(
      'after',
      '\nExample:\n  source <(itsm completion bash)      in ~/.bashrc; zsh alike, after compinit\n  itsm completion fish | source       in ~/.config/fish/config.fish',
    );

/**
 * @param shell one that commander has let through
 * @param whole the program with every command, of which the integrations need none
 */
export async function completion(
  shell: string,
  { config }: { readonly config: string },
  whole: () => Promise<Command>,
  io: Io,
): Promise<ExitStatus> {
  if (shell === 'bash' || shell === 'zsh' || shell === 'fish') {
    io.stdout.write(scripts[shell](completable(await whole())));
    return 0;
  }
  // Nobody reads an error while a line is typed: a config that cannot be read has no names.
  const wanted = wantedPlugins(await configRoot(resolve(io.cwd, config)));
  io.stdout.write(wanted.map(({ integration }) => `${integration}\n`).join(''));
  return 0;
}
