import { userInfo } from 'node:os';
import { type Clock, ItsmError, systemClock } from '@itsm-bridge/core';
import type { Access, SignInEntry } from './access.ts';
import type { AccessOptions } from './access-options.ts';
import { csrfTokens } from './csrf-tokens.ts';
import { knownTokens } from './known-tokens.ts';
import { type Page, plainPage } from './page.ts';
import { createSessions } from './sessions.ts';
import { createSignInLimit } from './sign-in-limit.ts';
import { trustedPeers } from './trusted-peers.ts';

export interface AccessDeps {
  readonly options: AccessOptions;
  /** Puts it on record. Where it rejects, nobody is signed in. */
  readonly record: (entry: SignInEntry) => Promise<void>;
  /** How the sign-in page and refusals look. @default a page without style */
  readonly page?: Page;
  /** Below which path of a host's server all is: `/itsm`. @default none */
  readonly base?: string;
  /** Nobody acts, whatever their role. @default false */
  readonly viewOnly?: boolean;
  /** @default the clock of this machine */
  readonly clock?: Pick<Clock, 'now'>;
  /** What those are called who need not sign in. @default the user that the process runs as */
  readonly user?: string;
}

/** @throws ItsmError kind `config`: a token or the key is too short, or a token there twice; `base` is no path. */
export async function createAccess(deps: AccessDeps): Promise<Access> {
  const { options, record, page = plainPage, clock = systemClock, user = userOfProcess(), base = '' } = deps;
  const { viewOnly = false } = deps;
  if (!/^(\/[\w.~-]+)*$/.test(base)) {
    throw new ItsmError(
      'config',
      `access: base: found ${JSON.stringify(base)}; accepted is a path such as /itsm, without a slash at its end.`,
    );
  }
  const tokens = await knownTokens(options.tokens);
  return {
    ...{ options, tokens, user, record, page, base, viewOnly },
    sessions: createSessions(tokens, clock),
    csrf: await csrfTokens(options),
    limit: createSignInLimit(clock),
    isTrusted: trustedPeers(options.proxy?.trust ?? []),
  };
}

function userOfProcess(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run as a user without a name.
    return 'local';
  }
}
