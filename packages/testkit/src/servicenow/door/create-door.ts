import type { Crowd } from '../../simulator/crowd.ts';
import type { RecordedRequest } from '../../simulator/recorded-request.ts';
import { emptyReply, htmlReply, type Reply } from '../../simulator/reply.ts';
import { failures } from '../failure.ts';
import type { ServiceNowOptions } from '../options.ts';
import { createSignIn } from '../sign-in.ts';
import type { Store } from '../store.ts';
import { closedDoor } from './closed-door.ts';
import type { DoorState } from './door-state.ts';
import { createPeople } from './people.ts';
import { createRateRule } from './rate-rule.ts';
import { semaphoreRefusal } from './semaphore-refusal.ts';
import { type Session, userToken } from './sessions.ts';
import { createTokenEndpoint } from './token-endpoint.ts';

/** What stands before the API. */
export interface Door {
  /** What everybody gets; undefined where the instance listens. */
  closed(request: RecordedRequest): Reply | undefined;
  /** Asks `api` for whoever comes in, and answers the others. */
  answer(request: RecordedRequest, api: (user: string) => Reply): Reply;
  /** A session is a queue: its requests are served one at a time. */
  queueOf(request: RecordedRequest): string | undefined;
  turnAway(request: RecordedRequest, crowd: Crowd): Reply | undefined;
}

/** One is served and ten wait: the next one is told 202 and forgotten (KB3047080). */
const mostOfSession = 11;

export function createDoor(options: ServiceNowOptions, store: Store, state: DoorState, url: string): Door {
  const now = options.now ?? Date.now;
  const { sessions, tokens } = state;
  const people = createPeople(options, store);
  const signIn = createSignIn(options, people, tokens);
  const askForToken = createTokenEndpoint({ oauth: options.oauth, tokens, people, url, now });
  const ruled = createRateRule(options.rateRule, now);
  const inSession = (request: RecordedRequest, session: Session, api: (user: string) => Reply): Reply => {
    if (request.path === '/navpage.do') return htmlReply(200, `<script>var g_ck = '${userToken(session)}';</script>`);
    const isRead = request.method === 'GET' || request.headers['x-usertoken'] === userToken(session);
    return isRead ? ruled(session.user, () => api(session.user)) : failures.notAuthenticated();
  };
  return {
    closed: request => closedDoor(state.now, request, url),
    answer: (request, api) => {
      if (`${request.method} ${request.path}` === 'POST /oauth_token.do') return askForToken(request);
      const session = sessions.find(request.headers.cookie);
      const signedIn = signIn(request);
      if (!signedIn)
        return session && isAnonymous(request) ? inSession(request, session, api) : failures.notAuthenticated();
      const reply = ruled(signedIn.user, () => api(signedIn.user));
      if (session || signedIn.by !== 'password') return reply;
      const cookie = `JSESSIONID=${sessions.open(signedIn.user).id}; Path=/; HttpOnly`;
      return { ...reply, headers: { ...reply.headers, 'set-cookie': cookie } };
    },
    queueOf: ({ headers }) => sessions.find(headers.cookie)?.id,
    turnAway: (_request, { underWay, inQueue }) => {
      if (inQueue >= mostOfSession) return emptyReply(202);
      return underWay >= (options.semaphoreQueue ?? Number.POSITIVE_INFINITY) ? semaphoreRefusal() : undefined;
    },
  };
}

const isAnonymous = ({ headers }: RecordedRequest): boolean =>
  headers.authorization === undefined && headers['x-sn-apikey'] === undefined;
