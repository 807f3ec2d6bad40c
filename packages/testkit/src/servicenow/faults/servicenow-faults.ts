import type { FaultEffect } from '../../simulator/fault.ts';
import { emptyReply, htmlReply, jsonReply } from '../../simulator/reply.ts';
import { retryAfterSeconds } from '../../simulator/retry-after.ts';
import { hibernatingPage } from '../door/hibernating-page.ts';
import { loginPage } from '../door/login-page.ts';
import { semaphoreRefusal } from '../door/semaphore-refusal.ts';
import { failures } from '../failure.ts';
import { faultOf } from './fault-of.ts';
import { quotaCancelled, quotaCancelledInQueue } from './quota-cancelled.ts';

const failed = { message: 'Operation Failed', detail: 'Something after the write went wrong' };
const someResult = { number: 'INC0010001', short_description: 'Disk full', state: '1' };

/**
 * What real instances answer instead of the right thing, ready for `fault({ effect })`. `commit` says whether the write is
 * stored all the same; without it, and where there is no such parameter, it is not.
 */
export const servicenowFaults = {
  /** 200 and the page of a sleeping developer instance (vdesabou/kafka-docker-playground#8777). */
  hibernating: (): FaultEffect => faultOf(htmlReply(200, hibernatingPage)),
  /** 200 and the sign-in page, where single sign-on stands before the API, too. */
  loginPage: (): FaultEffect => faultOf(htmlReply(200, loginPage)),
  /** 302 to the sign-in page. */
  loginRedirect: (): FaultEffect => faultOf(emptyReply(302, { location: '/login.do' })),
  /** 200 and JSON that breaks off, with the error of the quota rule behind it (KB1297438, KB0866547). */
  quotaCancelled: (commit = false): FaultEffect => faultOf(quotaCancelled(), commit),
  /** 500 and the same error, by itself. Developer instances were seen to store the write before it; that is `commit`. */
  quotaCancelledInQueue: (commit = false): FaultEffect => faultOf(quotaCancelledInQueue(), commit),
  /** An empty 202, as where too many requests share a session; most are dropped, some are done later (KB3047080). */
  accepted: (commit = false): FaultEffect => faultOf(emptyReply(202), commit),
  /** 201 with a result that does not say which record it is. */
  resultWithoutSysId: (commit = false): FaultEffect => faultOf(jsonReply(201, { result: someResult }), commit),
  /** 201 with nothing in its result. */
  emptyResult: (commit = false): FaultEffect => faultOf(jsonReply(201, { result: {} }), commit),
  /** 201 and no body at all, as where a proxy sets X-no-response-body. The Location is left out, too. */
  createdWithoutBody: (commit = false): FaultEffect => faultOf(emptyReply(201), commit),
  /** 200 with a record and an error beside it. */
  errorBesideResult: (commit = false): FaultEffect =>
    faultOf(
      jsonReply(200, { result: { ...someResult, sys_id: '0'.repeat(32) }, error: failed, status: 'failure' }),
      commit,
    ),
  /** The query is answered as if it had no clause: every row (glide.invalid_query.returns_no_rows is false). */
  droppedQuery: (): FaultEffect => ({ kind: 'without-query', name: 'sysparm_query' }),
  /** 429 without a header of a rule and without Retry-After: the semaphores and their queue are full (KB1297438). */
  semaphoresFull: (): FaultEffect => faultOf(semaphoreRefusal()),
  /** 429 of an hourly rule, whose time is over at `resetMs` (Unix milliseconds); `waitMs` is told as Retry-After. */
  rateRule: ({ perHour, resetMs, waitMs }: RateRuleRefusal): FaultEffect =>
    faultOf(
      failures.tooManyRequests({
        perSecond: perHour / 3_600,
        resetMs,
        retryAfter: waitMs === undefined ? undefined : retryAfterSeconds(waitMs),
      }),
    ),
  /** 403: a business rule of the customer has stopped the write. */
  businessRuleAbort: (rule = 'Stop what nobody owns'): FaultEffect =>
    refusedOperation(
      `Operation against file 'incident' was aborted by Business Rule '${rule}^${'0'.repeat(32)}'. Business Rule Stack:${rule}`,
    ),
  /** 403: the user may not write to the table. */
  aclRefusal: (write: 'Insert' | 'Update' | 'Delete' = 'Insert'): FaultEffect =>
    refusedOperation(`ACL Exception ${write} Failed due to security constraints`),
} as const;

interface RateRuleRefusal {
  readonly perHour: number;
  readonly resetMs: number;
  /** @default no Retry-After */
  readonly waitMs?: number;
}

const refusedOperation = (detail: string): FaultEffect =>
  faultOf(jsonReply(403, { error: { message: 'Operation Failed', detail }, status: 'failure' }));
