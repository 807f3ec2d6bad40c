import { parseAuthorization } from '../../simulator/authorization.ts';
import { jsonReply, type Reply } from '../../simulator/reply.ts';
import type { AccessTokens } from '../access-tokens.ts';
import type { JiraOptions } from '../options.ts';
import { accountEmail } from '../sign-in.ts';

export type GatewayVerdict = 'granted' | 'other-scope' | 'refused';

/**
 * Who comes in at the gateway: access tokens, and API tokens with scopes. The API token of the site has no scopes, so none of
 * them match. Nobody is let in as a stranger here.
 */
export function createGatewaySignIn(
  options: JiraOptions,
  tokens: AccessTokens,
): (header: string | undefined) => GatewayVerdict {
  const email = accountEmail(options);
  return header => {
    const claim = parseAuthorization(header);
    if (claim.kind === 'bearer')
      return tokens.isGood(claim.token) || options.bearerTokens?.includes(claim.token) ? 'granted' : 'refused';
    if (claim.kind !== 'basic' || claim.user !== email) return 'refused';
    if (options.scopedTokens?.includes(claim.password)) return 'granted';
    return claim.password === (options.token ?? 'sandbox') ? 'other-scope' : 'refused';
  };
}

/** The gateway's own refusals: not those of Jira, which the request has not reached. */
export const gatewayFailures = {
  refused: (): Reply => jsonReply(401, { code: 401, message: 'Unauthorized' }),
  otherScope: (): Reply => jsonReply(401, { code: 401, message: 'Unauthorized; scope does not match' }),
  noSite: (path: string, nowMs: number): Reply =>
    jsonReply(404, {
      timestamp: new Date(nowMs).toISOString(),
      status: 404,
      error: 'Not Found',
      message: 'No message available',
      path,
    }),
} as const;
