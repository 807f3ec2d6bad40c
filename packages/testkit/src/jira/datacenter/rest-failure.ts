import { htmlReply, jsonReply, type Reply } from '../../simulator/reply.ts';

const restFailure = (status: number, message: string): Reply =>
  jsonReply(status, { message, 'status-code': status, 'sub-code': -1 });

/**
 * What is refused before any resource of Jira answers: without an ErrorCollection. The words are those of
 * kelos-dev/kelos#1439.
 */
export const restFailures = {
  noResource: (): Reply => restFailure(404, 'HTTP 404 Not Found'),
  wrongMethod: (): Reply => restFailure(405, 'HTTP 405 Method Not Allowed'),
  notAuthenticated: (): Reply =>
    jsonReply(401, { message: 'Client must be authenticated to access this resource.', 'status-code': 401 }),
  /** A version that is not installed is no part of the REST API, so what comes is the page for people. */
  deadLink: (): Reply =>
    htmlReply(
      404,
      "<html><head><title>Oops, you've found a dead link.</title></head><body>Oops, you've found a dead link.</body></html>",
    ),
} as const;
