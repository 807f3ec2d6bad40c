import type { HttpConfig } from '@itsm-bridge/core';
import { errorMessage } from './error-message.ts';

/** What is done with an issue that is there: a 403 is about one permission, and no reason to stop creating others. */
const ofOneIssue = /\/rest\/api\/\d\/issue\/[^/]+(\/(attachments|comment|remotelink|transitions))?$/;

/**
 * Jira treats a bad token as an anonymous visitor: a search answers 200 with nothing in it, and "nothing found" would
 * lead to a second ticket. This header tells on any status; message texts are localised and tell nothing. All of it counts
 * as a 401, a search that was answered as well as a 404 for a project that a stranger does not see.
 */
export const inspectAnswer: NonNullable<HttpConfig['inspect']> = ({ method, path, status, headers, body }) => {
  const reason = headers['x-seraph-loginreason'] ?? '';
  // A suspended site and a proxy answer 404 with a page: no word on whether the issue is there.
  if (method === 'GET' && status === 404 && /text\/html/i.test(headers['content-type'] ?? '')) {
    return {
      kind: 'unavailable',
      message: 'Jira answered 404 with a page: is the site up, and is endpoint its address?',
    };
  }
  if (!/AUTHENTICATED_FAILED|AUTHENTICATION_DENIED|AUTHORISATION_FAILED/.test(reason)) {
    if (status === 409 && ofOneIssue.test(path)) {
      return { kind: 'unavailable', message: errorMessage(body) ?? 'Somebody else was changing the issue.' };
    }
    if (status !== 403 || method === 'GET' || !ofOneIssue.test(path)) return undefined;
    return { kind: 'rejected', message: `${errorMessage(body) ?? 'Jira answered 403.'} Ask for that permission.` };
  }
  const denied = headers['x-authentication-denied-reason'];
  const hint = denied ? ` (${denied})` : '';
  return {
    kind: 'auth',
    status: 401,
    message: `Jira did not accept the sign-in (${reason})${hint}: check e-mail and token, and that it has not expired.`,
  };
};
