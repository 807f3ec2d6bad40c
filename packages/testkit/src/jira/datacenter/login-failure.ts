import { htmlReply, type Reply } from '../../simulator/reply.ts';

const page = (title: string, said: string, reason: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>Encountered a <code>&quot;${said}&quot;</code> error while loading this page.</p>${reason}</body></html>`;

const basicFailure = (reason: string): string => `<p>Basic Authentication Failure - Reason : ${reason}</p>`;

/** A bad credential is refused on every path, with a page for people, whatever the client accepts. */
export const loginFailures = {
  badPassword: (): Reply => unauthorized(basicFailure('AUTHENTICATED_FAILED')),
  badToken: (): Reply => unauthorized(''),
  /** As Atlassian's knowledge base has it for a connector of Jira Align. */
  captcha: (url: string): Reply =>
    htmlReply(403, page('Forbidden (403)', '403 - Forbidden', basicFailure('AUTHENTICATION_DENIED')), {
      'x-seraph-loginreason': 'AUTHENTICATION_DENIED',
      'x-authentication-denied-reason': `CAPTCHA_CHALLENGE; login-url=${url}/login.jsp`,
      'www-authenticate': `OAuth realm="${url}"`,
    }),
} as const;

const unauthorized = (reason: string): Reply =>
  htmlReply(401, page('Unauthorized (401)', '401 - Unauthorized', reason), {
    'x-seraph-loginreason': 'AUTHENTICATED_FAILED',
  });
