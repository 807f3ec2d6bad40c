import { parseEnv } from 'node:util';
import type { SandboxVariable } from './sandbox-variables.ts';

export type Filled =
  | { readonly kind: 'filled'; readonly text: string }
  /** It has a value that no sandbox wrote. */
  | { readonly kind: 'taken'; readonly name: string }
  /** It names none of the variables. */
  | { readonly kind: 'none' };

/**
 * A `.env` with the variables of a sandbox in the lines that name them; what it does not name is not added, so that a config of
 * one platform stays one. All or nothing. Comments and everything else stay as they are.
 */
export function fillVariables(text: string, variables: readonly SandboxVariable[]): Filled {
  const known = parseEnv(text);
  const named = variables.filter(({ name }) => known[name] !== undefined);
  const taken = named.find(({ name, isOurs }) => known[name] !== '' && !isOurs(known[name] ?? ''));
  if (named.length === 0) return { kind: 'none' };
  if (taken) return { kind: 'taken', name: taken.name };
  const filled = named.reduce(
    (before, { name, value }) =>
      before.replace(new RegExp(`^([ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=).*$`, 'gm'), `$1${value}`),
    text,
  );
  return { kind: 'filled', text: filled };
}

/** A new `.env` with all of them. */
export const newVariables = (variables: readonly SandboxVariable[]): string =>
  variables.map(({ name, value }) => `${name}=${value}\n`).join('');
