import type { Allowance } from '../../simulator/allowance.ts';
import type { RecordedRequest } from '../../simulator/recorded-request.ts';
import type { Reply } from '../../simulator/reply.ts';
import { createAccessTokens } from '../access-tokens.ts';
import type { Api, Door } from '../door.ts';
import { failure } from '../failure.ts';
import type { JiraOptions } from '../options.ts';
import { createDatacenterSignIn } from './datacenter-sign-in.ts';
import { loginFailures } from './login-failure.ts';
import { rateLimitHeaders } from './rate-limit-headers.ts';
import { restFailures } from './rest-failure.ts';
import { answerTokenRequest } from './token-endpoint.ts';

/** Whoever shows a bad credential stays outside; whoever shows none is a stranger, who sees next to nothing. */
export function createDatacenterDoor(options: JiraOptions, url: string): Door {
  const tokens = createAccessTokens(options);
  const signIn = createDatacenterSignIn(options, tokens);
  return (request, api, allowance) => {
    if (`${request.method} ${request.path}` === 'POST /rest/oauth2/latest/token')
      return answerTokenRequest(request, options, tokens);
    switch (signIn(request.headers.authorization)) {
      case 'granted':
        return withAllowance(api(request, 'granted'), allowance);
      case 'anonymous':
        return answerStranger(request, api);
      case 'bad-password':
        return loginFailures.badPassword();
      case 'bad-token':
        return loginFailures.badToken();
      case 'captcha':
        return loginFailures.captcha(url);
    }
  };
}

const withAllowance = (reply: Reply, allowance: Allowance | undefined): Reply =>
  allowance ? { ...reply, headers: { ...reply.headers, ...rateLimitHeaders(allowance) } } : reply;

/** Search and serverInfo are open, and what does not exist does so for everybody; the rest asks for a sign-in. */
function answerStranger(request: RecordedRequest, api: Api): Reply {
  const [, resource] = /^\/rest\/api\/(?:2|latest)\/(.*)$/.exec(request.path) ?? [];
  if (resource === undefined || resource === 'search' || resource === 'serverInfo') return api(request, 'anonymous');
  if (request.method === 'GET' && /^issue\/[^/]+$/.test(resource))
    return failure(401, ['You do not have the permission to see the specified issue.', 'Login Required']);
  return restFailures.notAuthenticated();
}
