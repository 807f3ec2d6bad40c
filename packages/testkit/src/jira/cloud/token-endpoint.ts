import type { RecordedRequest } from '../../simulator/recorded-request.ts';
import { jsonReply, type Reply } from '../../simulator/reply.ts';
import type { AccessTokens } from '../access-tokens.ts';
import { grantOf, isClient } from '../grant.ts';
import type { JiraOptions } from '../options.ts';

/**
 * `POST /oauth/token`, as auth.atlassian.com answers the OAuth 2.0 credential of a service account. There is no refresh
 * token.
 */
export function answerTokenRequest(request: RecordedRequest, options: JiraOptions, tokens: AccessTokens): Reply {
  const grant = grantOf(request, true);
  if (grant.grant_type !== 'client_credentials')
    return refused(403, 'unsupported_grant_type', `Unsupported grant type: ${grant.grant_type}`);
  if (!isClient(options, grant)) return refused(401, 'access_denied', 'Unauthorized');
  return jsonReply(200, {
    access_token: tokens.issue(),
    expires_in: tokens.seconds,
    token_type: 'Bearer',
    scope: 'read:jira-work write:jira-work read:jira-user',
  });
}

const refused = (status: number, error: string, description: string): Reply =>
  jsonReply(status, { error, error_description: description });
