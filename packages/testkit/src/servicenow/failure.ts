import type { Refusal } from '../simulator/refusal.ts';
import { jsonReply, type Reply } from '../simulator/reply.ts';
import { rateRuleHeaders } from './door/rate-rule-headers.ts';

export const failure = (
  status: number,
  message: string,
  detail: string | null,
  headers?: Record<string, string>,
): Reply => jsonReply(status, { error: { message, detail }, status: 'failure' }, headers);

/** The platform's own refusals, word for word. */
export const failures = {
  notAuthenticated: (): Reply =>
    failure(401, 'User Not Authenticated', 'Required to provide Auth information', {
      'www-authenticate': 'BASIC realm="Service-now"',
    }),
  invalidTable: (table: string): Reply => failure(400, `Invalid table ${table}`, null),
  noResource: (): Reply => failure(400, 'Requested URI does not represent any resource', null),
  noRecord: (): Reply => failure(404, 'No Record found', "Record doesn't exist or ACL restricts the record retrieval"),
  insufficientRights: (): Reply => failure(403, 'Insufficient rights to query records', null),
  dataPolicy: (labels: readonly string[]): Reply =>
    failure(403, 'Operation Failed', `Data Policy Exception: The following fields are mandatory: ${labels.join(', ')}`),
  aclException: (act: 'Insert' | 'Update' | 'Delete'): Reply =>
    failure(403, 'Operation Failed', `ACL Exception ${act} Failed due to security constraints`),
  abortedByRule: (table: string, rule: string, sysId: string): Reply =>
    failure(
      403,
      'Operation Failed',
      `Operation against file '${table}' was aborted by Business Rule '${rule}^${sysId}'. Business Rule Stack:${rule}`,
    ),
  unreadable: (): Reply => failure(400, 'Exception while reading request', 'The payload is not valid JSON.'),
  /** The limit is told by the hour. */
  tooManyRequests: ({ perSecond, resetMs, retryAfter }: Refusal): Reply => {
    const perHour = Math.round(perSecond * 3_600);
    return failure(429, 'Rate limit exceeded', `Rate limit of ${perHour} requests per hour for Table API exceeded`, {
      ...rateRuleHeaders(perHour, resetMs),
      ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
    });
  },
} as const;
