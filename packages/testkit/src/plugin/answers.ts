import type { ItsmErrorKind } from '@itsm-bridge/core';
import type { FaultEffect } from '../simulator/fault.ts';
import { refusing } from './refusing.ts';

/** What a platform may answer to the write that creates, and what that means. */
export interface Answer {
  readonly what: string;
  /** Made when it is needed: a date in a header counts from then. */
  effect(nowMs: number): FaultEffect;
  /** The plugin's own patience ends the request. @default false */
  readonly untilPatienceEnds?: boolean;
  readonly means: readonly ItsmErrorKind[];
  readonly retryAfterMs?: number;
  /** A success, where any 2xx is one. @default false */
  readonly positive?: boolean;
  readonly why: string;
}

const no: Pick<Answer, 'means' | 'why'> = {
  means: ['rejected', 'config', 'auth'],
  why: 'the platform said no, and says no again: such a failure is final',
};
const notSignedIn: Pick<Answer, 'means' | 'why'> = {
  means: ['auth'],
  why: 'whoever signs in so is refused for every ticket: kind `auth` holds the others back',
};
const nobodyKnows: Pick<Answer, 'means' | 'why'> = {
  means: ['outcome-unknown'],
  why: 'the platform may have made the ticket: core looks for it before anything is sent again',
};
const later: Pick<Answer, 'means' | 'why'> = {
  means: ['rate-limited', 'unavailable'],
  why: 'nothing was taken, and core waits as long as the platform asks',
};
const always = (effect: FaultEffect) => () => effect;
export const answers: readonly Answer[] = [
  ...[400, 422].map(code => ({ what: `${code}`, effect: always(refusing(code)), ...no })),
  { what: '404', effect: always(refusing(404)), ...no },
  { what: '401', effect: always(refusing(401)), ...notSignedIn },
  { what: '403', effect: always(refusing(403)), means: ['auth', 'rejected'], why: no.why },
  {
    what: '429 with Retry-After in seconds',
    effect: always(refusing(429, { headers: { 'retry-after': '7' } })),
    retryAfterMs: 7_000,
    ...later,
  },
  {
    what: '429 with Retry-After as a date',
    effect: nowMs => refusing(429, { headers: { 'retry-after': new Date(nowMs + 60_000).toUTCString() } }),
    retryAfterMs: 60_000,
    ...later,
  },
  ...[500, 502, 503, 504].map(code => ({
    ...{ what: `${code}, the ticket made`, effect: always(refusing(code, { commit: true })) },
    ...nobodyKnows,
  })),
  { what: 'a reset', effect: always({ kind: 'drop', commit: true }), ...nobodyKnows },
  { what: 'silence', effect: always({ kind: 'hang', commit: true }), untilPatienceEnds: true, ...nobodyKnows },
  { what: 'half of its answer', effect: always({ kind: 'half-body', commit: true }), ...nobodyKnows },
  {
    what: '200 with a page',
    effect: always({ kind: 'status', status: 200, body: '<!doctype html><title>Sign in</title>' }),
    positive: true,
    ...nobodyKnows,
  },
  {
    what: '201 with JSON that names no ticket',
    effect: always({ kind: 'status', status: 201, body: {} }),
    positive: true,
    ...nobodyKnows,
  },
];
