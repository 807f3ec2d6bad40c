import { jsonReply, type Reply } from '../../simulator/reply.ts';
import { createAccessTokens } from '../access-tokens.ts';
import type { Door } from '../door.ts';
import type { JiraOptions } from '../options.ts';
import { createSignIn } from '../sign-in.ts';
import { createGatewaySignIn, gatewayFailures } from './gateway.ts';
import { answerTokenRequest } from './token-endpoint.ts';
import { withSelf } from './with-self.ts';

/**
 * A site, the gateway in front of all sites, and where tokens come from: three hosts in Atlassian's world, one address here.
 * An API token with scopes is nothing that the site knows, so there it makes a stranger like any other bad token.
 */
export function createCloudDoor(options: JiraOptions, url: string): Door {
  const tokens = createAccessTokens(options);
  const siteSignIn = createSignIn(options);
  const gatewaySignIn = createGatewaySignIn(options, tokens);
  const cloudId = options.cloudId ?? '11223344-a1b2-4c3d-8e4f-1a2b3c4d5e6f';
  const now = options.now ?? Date.now;
  return (request, api) => {
    const { method, path, headers } = request;
    const line = `${method} ${path}`;
    if (line === 'GET /_edge/tenant_info') return jsonReply(200, { cloudId });
    if (line === 'POST /oauth/token') return answerTokenRequest(request, options, tokens);
    const [, id, rest] = /^\/ex\/jira\/([^/]+)(\/.*)$/.exec(path) ?? [];
    if (rest === undefined) {
      const access = siteSignIn(headers.authorization);
      const reply = api(request, access);
      return access === 'refused' ? withLoginReason(reply) : reply;
    }
    if (id !== cloudId) return gatewayFailures.noSite(path, now());
    const verdict = gatewaySignIn(headers.authorization);
    if (verdict === 'refused') return gatewayFailures.refused();
    if (verdict === 'other-scope') return gatewayFailures.otherScope();
    return withSelf(api({ ...request, path: rest }, 'granted'), `${url}/`, `${url}/ex/jira/${cloudId}/`);
  };
}

/** The one sign of a bad credential that is on every answer, the friendly-looking 200 ones too. */
const withLoginReason = (reply: Reply): Reply => ({
  ...reply,
  headers: { ...reply.headers, 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' },
});
