import type { Auth } from '../config/members/sign-in.ts';
import type { AuthStrategy, PluginDeps, Secret } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { apiKeyAuth } from './api-key-auth.ts';
import { basicAuth } from './basic-auth.ts';
import { bearerAuth } from './bearer-auth.ts';
import { grantOf } from './grants/grant-of.ts';
import { noAuth } from './no-auth.ts';
import { oauth2Auth } from './oauth2-auth.ts';

export interface SignIn {
  readonly auth?: Auth | undefined;
  /** The flat pair. */
  readonly user?: string | undefined;
  readonly secret?: Secret | undefined;
  /** The platform's token endpoint, where `auth` names none. */
  readonly tokenUrl?: string | undefined;
}

export interface SignInDeps extends Pick<PluginDeps, 'createHttp' | 'clock'> {
  /** Of an assertion, which counts once. @default a random UUID */
  newId?(): string;
}

/**
 * The strategy for an `auth` member, else for the flat pair of user and secret.
 *
 * @throws ItsmError kind `config`: neither is there; `oneSignIn` says so earlier, with the members' names.
 */
export function signInWith({ auth, user, secret, tokenUrl }: SignIn, deps: SignInDeps): AuthStrategy {
  switch (auth?.type) {
    case 'basic':
      return basicAuth(auth.username, auth.password);
    case 'bearer':
      return bearerAuth(auth.token);
    case 'oauth2':
      return oauth2(auth, tokenUrl, deps);
    case 'api_key':
      return apiKeyAuth(auth.header, auth.key);
    case 'certificate':
      // The transport shows it, before there is a request.
      return noAuth;
  }
  if (user !== undefined && secret !== undefined) return basicAuth(user, secret);
  throw new ItsmError('config', 'There is no way to sign in: write user and secret, or auth.');
}

function oauth2(auth: Auth<'oauth2'>, defaultUrl: string | undefined, deps: SignInDeps): AuthStrategy {
  const tokenUrl = auth.token_url ?? defaultUrl;
  if (tokenUrl === undefined)
    throw new ItsmError('config', 'auth.token_url is missing: this platform has no default for it.');
  const { client_id: clientId, client_secret: clientSecret, scope } = auth;
  const grant = grantOf(auth, { clock: deps.clock, newId: deps.newId ?? (() => crypto.randomUUID()) });
  return oauth2Auth({ tokenUrl, clientId, clientSecret, scope }, grant, deps);
}
