import type { Auth } from '../config/members/sign-in.ts';
import type { AuthStrategy, PluginDeps, Secret } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { basicAuth } from './basic-auth.ts';
import { bearerAuth } from './bearer-auth.ts';
import { oauth2Auth } from './oauth2-auth.ts';

export interface SignIn {
  readonly auth?: Auth | undefined;
  /** The flat pair. */
  readonly user?: string | undefined;
  readonly secret?: Secret | undefined;
  /** The platform's token endpoint, where `auth` names none. */
  readonly tokenUrl?: string | undefined;
}

/**
 * The strategy for an `auth` member, else for the flat pair of user and secret.
 *
 * @throws ItsmError kind `config`: neither is there; `oneSignIn` says so earlier, with the members' names.
 */
export function signInWith(
  { auth, user, secret, tokenUrl }: SignIn,
  deps: Pick<PluginDeps, 'createHttp' | 'clock'>,
): AuthStrategy {
  if (auth?.type === 'basic') return basicAuth(auth.username, auth.password);
  if (auth?.type === 'bearer') return bearerAuth(auth.token);
  if (auth?.type === 'oauth2') {
    const url = auth.token_url ?? tokenUrl;
    if (url === undefined)
      throw new ItsmError('config', 'auth.token_url is missing: this platform has no default for it.');
    const { client_id: clientId, client_secret: clientSecret, scope } = auth;
    return oauth2Auth({ tokenUrl: url, clientId, clientSecret, scope }, deps);
  }
  if (user !== undefined && secret !== undefined) return basicAuth(user, secret);
  throw new ItsmError('config', 'There is no way to sign in: write user and secret, or auth.');
}
