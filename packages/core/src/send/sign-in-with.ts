import type { Auth } from '../config/members/sign-in.ts';
import type { AuthStrategy, Secret } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { basicAuth } from './basic-auth.ts';
import { bearerAuth } from './bearer-auth.ts';

export interface SignIn {
  readonly auth?: Auth | undefined;
  /** The flat pair. */
  readonly user?: string | undefined;
  readonly secret?: Secret | undefined;
}

/**
 * The strategy for an `auth` member, else for the flat pair of user and secret.
 *
 * @throws ItsmError kind `config`: neither is there; `oneSignIn` says so earlier, with the members' names.
 */
export function signInWith({ auth, user, secret }: SignIn): AuthStrategy {
  if (auth?.type === 'basic') return basicAuth(auth.username, auth.password);
  if (auth?.type === 'bearer') return bearerAuth(auth.token);
  if (user !== undefined && secret !== undefined) return basicAuth(user, secret);
  throw new ItsmError('config', 'There is no way to sign in: write user and secret, or auth.');
}
