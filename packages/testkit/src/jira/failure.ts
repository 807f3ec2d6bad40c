import type { Refusal } from '../simulator/refusal.ts';
import { jsonReply, type Reply } from '../simulator/reply.ts';

/** An ErrorCollection: messages about the request, and messages by field. */
export const failure = (
  status: number,
  errorMessages: readonly string[],
  errors: Readonly<Record<string, string>> = {},
): Reply => jsonReply(status, { errorMessages, errors });

/** The site's own refusals, word for word. */
export const failures = {
  notAuthenticated: (): Reply => failure(401, ['Client must be authenticated to access this resource.']),
  noIssue: (): Reply => failure(404, ['Issue does not exist or you do not have permission to see it.']),
  noProject: (key: string): Reply => failure(404, [`No project could be found with key '${key}'.`]),
  noProperty: (key: string): Reply => failure(404, [`The property with key '${key}' does not exist.`]),
  noComment: (id: string): Reply => failure(404, [`Can not find a comment for the id: ${id}.`]),
  noAttachment: (id: string): Reply => failure(404, [`The attachment with id '${id}' does not exist`]),
  noRemoteLink: (id: string): Reply => failure(404, [`The remote link with the id '${id}' does not exist.`]),
  /** A missing permission is 400 here: measured on a live site that granted nothing but to browse. */
  mayNotComment: (user: string): Reply =>
    failure(400, [`${user}, you do not have the permission to comment on this issue.`]),
  mayNotEdit: (): Reply => failure(403, ['You do not have permission to edit issues in this project.']),
  mayNotAttach: (): Reply => failure(403, ['You do not have permission to create attachments for this issue.']),
  mayNotLink: (key: string): Reply => failure(403, [`No Link Issue Permission for issue '${key}'`]),
  unreadable: (): Reply => failure(400, ['There was an error parsing JSON. Check that your request body is valid.']),
  invalidPayload: (): Reply =>
    failure(400, ['Invalid request payload. Refer to the REST API documentation and try again.']),
  invalidDocument: (): Reply => failure(400, ['INVALID_INPUT']),
  removedSearch: (): Reply =>
    failure(410, [
      'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046',
    ]),
  noResource: (url: string): Reply => jsonReply(404, { message: `null for uri: ${url}`, 'status-code': 404 }),
  /** As a tenant's burst limit answers. */
  tooManyRequests: ({ perSecond: limit, ...refusal }: Refusal): Reply =>
    rateLimited({ limit, ...refusal }, 'jira-burst-based'),
  /** As the limit of writes to one issue answers. */
  tooManyWrites: (limited: Limited): Reply => rateLimited(limited, 'jira-per-issue-on-write'),
} as const;

interface Limited extends Omit<Refusal, 'perSecond'> {
  /** In requests, over whatever time the limit covers. */
  readonly limit: number;
}

/** The body is what raycast/extensions#29015 got from a live site. */
const rateLimited = ({ limit, resetMs, retryAfter }: Limited, reason: string): Reply =>
  jsonReply(
    429,
    { errorMessages: ['The request has been rate-limited. Please try again later.'], errors: {}, status: 429 },
    {
      'x-ratelimit-limit': `${limit}`,
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': new Date(resetMs).toISOString(),
      'ratelimit-reason': reason,
      ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
    },
  );
