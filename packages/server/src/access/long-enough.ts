import { ItsmError } from '@itsm-bridge/core';

const shortest = 20;

/**
 * The text, where it withstands guessing.
 *
 * @param what For the message, which does not repeat it: `the token "ada"`.
 * @throws ItsmError kind `config`: it is too short.
 */
export function longEnough(text: string, what: string): string {
  if (text.length >= shortest) return text;
  throw new ItsmError(
    'config',
    `access: ${what} has ${text.length} characters; accepted are at least ${shortest}. "openssl rand -hex 16" makes one.`,
  );
}
