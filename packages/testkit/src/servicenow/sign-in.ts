import { parseAuthorization } from '../simulator/authorization.ts';
import type { RecordedRequest } from '../simulator/recorded-request.ts';
import type { IssuedTokens } from './door/issued-tokens.ts';
import type { People } from './door/people.ts';
import type { ServiceNowOptions } from './options.ts';

/** Who asks, and by what; undefined where what was shown opens nothing. A session's cookie is not looked at here. */
export type SignIn = (request: RecordedRequest) => SignedIn | undefined;

interface SignedIn {
  readonly user: string;
  readonly by: 'password' | 'token' | 'key' | 'certificate';
}

/** An Authorization header is what counts, where there is one; then an API key, then the client's certificate. */
export function createSignIn(options: ServiceNowOptions, people: People, issued: IssuedTokens): SignIn {
  const tokens = new Set(options.tokens);
  const keys = new Set(options.apiKeys);
  const user = people.integrationUser;
  return ({ headers, certified }) => {
    const claim = parseAuthorization(headers.authorization);
    switch (claim.kind) {
      case 'bearer': {
        const owner = tokens.has(claim.token) ? user : issued.userOfAccess(claim.token);
        return owner === undefined ? undefined : { user: owner, by: 'token' };
      }
      case 'basic':
        if (options.basic === 'refused' || !people.isPassword(claim.user, claim.password)) return undefined;
        return { user: claim.user, by: 'password' };
      case 'unreadable':
        return undefined;
      case 'none': {
        const key = headers['x-sn-apikey'];
        if (key !== undefined) return keys.has(key) ? { user, by: 'key' } : undefined;
        return certified === undefined ? undefined : { user, by: 'certificate' };
      }
    }
  };
}
