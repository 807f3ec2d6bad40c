import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ItsmError } from '@itsm-bridge/core';
import { fillVariables, newVariables } from './fill-variables.ts';
import type { SandboxVariable } from './sandbox-variables.ts';

/**
 * Puts the variables of a sandbox into a `.env`, made where there is none.
 *
 * @param env The environment of the caller, which wins over any `.env`.
 * @throws ItsmError kind `config`, and nothing is written: a variable has a value of somebody else, in the file or in the
 *   environment, so that the real platform would be asked.
 */
export async function writeVariables(
  file: string,
  variables: readonly SandboxVariable[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const winning = variables.find(({ name, isOurs }) => env[name] !== undefined && !isOurs(env[name] ?? ''));
  if (winning)
    throw new ItsmError(
      'config',
      `--env ${file}: ${winning.name} is set in this shell, and wins over the file: the sandbox would not be asked. First: unset ${winning.name}`,
    );
  if (!existsSync(file)) {
    await mkdir(dirname(file), { recursive: true });
    return writeFile(file, newVariables(variables), { flag: 'wx', mode: 0o600 });
  }
  const filled = fillVariables(await readFile(file, 'utf8'), variables);
  if (filled.kind === 'filled') return writeFile(file, filled.text);
  throw new ItsmError('config', `--env ${file}: ${words(filled, variables)}`);
}

const words = (
  filled: { readonly kind: 'taken'; readonly name: string } | { readonly kind: 'none' },
  variables: readonly SandboxVariable[],
): string =>
  filled.kind === 'taken'
    ? `${filled.name} has a value that is not of a sandbox. It is left as it is: empty it, or name another file.`
    : `names none of the variables of a sandbox: ${variables.map(({ name }) => name).join(', ')}. Name another file.`;
