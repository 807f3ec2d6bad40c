import { signedClaims } from './assertion.ts';
import type { ServiceNowOAuth } from './oauth-options.ts';

/** The subject of a good assertion, or undefined. */
export type JudgeAssertion = (assertion: string) => string | undefined;

/**
 * The vendor's pages name two audiences: the client id (Create an OAuth JWT API endpoint) and the token endpoint (JSON Web
 * token bearer grant), so both are good here. A `jti` is good once; one without is not held against anything.
 */
export function createAssertionJudge(oauth: ServiceNowOAuth, url: string, now: () => number): JudgeAssertion {
  const audiences = [oauth.clientId, `${url}/oauth_token.do`];
  const seen = new Set<string>();
  return assertion => {
    const { iss, aud, sub, exp, jti } = signedClaims(assertion, oauth.publicKey) ?? {};
    if (iss !== oauth.clientId || !audiences.includes(String(aud)) || typeof sub !== 'string') return undefined;
    if (typeof exp !== 'number' || exp * 1_000 <= now()) return undefined;
    if (typeof jti !== 'string') return sub;
    if (seen.has(jti)) return undefined;
    seen.add(jti);
    return sub;
  };
}
