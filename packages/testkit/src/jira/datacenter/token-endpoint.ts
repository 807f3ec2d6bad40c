import type { RecordedRequest } from '../../simulator/recorded-request.ts';
import { jsonReply, type Reply } from '../../simulator/reply.ts';
import type { AccessTokens } from '../access-tokens.ts';
import { grantOf, isClient } from '../grant.ts';
import type { JiraOptions } from '../options.ts';

/**
 * `POST /rest/oauth2/latest/token`, for service accounts. Parameters come as a form or in the query; JSON counts for nothing.
 * Errors are those of RFC 6749, section 5.2.
 */
export function answerTokenRequest(request: RecordedRequest, options: JiraOptions, tokens: AccessTokens): Reply {
  const grant = { ...request.query, ...grantOf(request, false) };
  if (grant.grant_type === undefined) return refused(400, 'invalid_request', 'grant_type is missing');
  if (grant.grant_type !== 'client_credentials')
    return refused(400, 'unsupported_grant_type', `The grant type ${grant.grant_type} is not supported`);
  if (!isClient(options, grant)) return refused(401, 'invalid_client', 'Client authentication failed');
  return jsonReply(200, {
    access_token: tokens.issue(),
    expires_in: tokens.seconds,
    token_type: 'Bearer',
    scope: grant.scope ?? 'WRITE',
  });
}

const refused = (status: number, error: string, description: string): Reply =>
  jsonReply(status, { error, error_description: description });
