import { isLoopbackHost } from '@itsm-bridge/core';
import type { AccessOptions } from './access-options.ts';

/**
 * Why a server with these options must not listen at that address, with what to do; undefined where it may. Where nobody
 * signs in, only this machine may reach it.
 *
 * @param advice how to let somebody sign in, as whoever is told would do it
 */
export function accessProblem(
  { tokens, proxy }: Pick<AccessOptions, 'tokens' | 'proxy'>,
  host: string,
  advice = 'Set a token or the identity header of a proxy',
): string | undefined {
  if (isLoopbackHost(host) || tokens.length > 0 || proxy?.header !== undefined) return undefined;
  return `At ${host} others can reach this server, and nobody would have to sign in. ${advice}, or listen on 127.0.0.1.`;
}
