import type { Allowance } from './allowance.ts';
import type { ChaosKind } from './chaos-kinds.ts';
import type { Crowd } from './crowd.ts';
import type { RecordedRequest } from './recorded-request.ts';
import type { Refusal } from './refusal.ts';
import type { Reply } from './reply.ts';

/** A platform behind the shared server. Everything that is special about ServiceNow or Jira sits behind these. */
export interface Platform {
  /**
   * Answers one request and keeps what it wrote. Synchronous, so that no two requests ever interleave. `allowance` is for
   * platforms that tell of it; undefined where there is no rate limit.
   */
  answer(request: RecordedRequest, allowance?: Allowance): Reply;
  /** Runs `work`, most likely an answer, and takes back all that the platform stored meanwhile. */
  rehearse<T>(work: () => T): T;
  /** Its own words for 429. */
  tooManyRequests(refusal: Refusal): Reply;
  /** The page that it answers with status 200 where JSON was asked for: out of service, and not saying so. */
  readonly page: string;
  /** The queue that a request stands in: those of one queue are served one at a time. @default none, all at once */
  queueOf?(request: RecordedRequest): string | undefined;
  /** What a request gets that comes into too great a crowd, before anything else is done; undefined lets it pass. */
  turnAway?(request: RecordedRequest, crowd: Crowd): Reply | undefined;
  /** Whether this kind of chaos can happen to this request. */
  suffers(kind: ChaosKind, request: RecordedRequest): boolean;
}
