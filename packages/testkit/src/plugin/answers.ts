import type { ItsmErrorKind } from '@itsm-bridge/core';
import type { FaultEffect } from '../simulator/fault.ts';

/** What a platform may answer to the write that creates, and what that means. */
export interface Answer {
  readonly what: string;
  readonly effect: FaultEffect;
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
const json = { message: 'no', error: { message: 'no' } };
const status = (code: number, headers = {}): FaultEffect => ({ kind: 'status', status: code, headers, body: json });

export const answers = (now: () => number): readonly Answer[] => [
  ...[400, 422].map(code => ({ what: `${code}`, effect: status(code), ...no })),
  { what: '404', effect: status(404), ...no },
  { what: '401', effect: status(401), ...notSignedIn },
  { what: '403', effect: status(403), means: ['auth', 'rejected'], why: no.why },
  {
    what: '429 with Retry-After in seconds',
    effect: status(429, { 'retry-after': '7' }),
    retryAfterMs: 7_000,
    ...later,
  },
  {
    what: '429 with Retry-After as a date',
    effect: status(429, { 'retry-after': new Date(now() + 60_000).toUTCString() }),
    retryAfterMs: 60_000,
    ...later,
  },
  ...[500, 502, 503, 504].map(code => ({ what: `${code}, the ticket made`, effect: withCommit(code), ...nobodyKnows })),
  { what: 'a reset', effect: { kind: 'drop', commit: true }, ...nobodyKnows },
  { what: 'silence', effect: { kind: 'hang', commit: true }, ...nobodyKnows },
  { what: 'half of its answer', effect: { kind: 'half-body', commit: true }, ...nobodyKnows },
  {
    what: '200 with a page',
    effect: { kind: 'status', status: 200, body: '<!doctype html><title>Sign in</title>' },
    positive: true,
    ...nobodyKnows,
  },
  {
    what: '201 with JSON that names no ticket',
    effect: { kind: 'status', status: 201, body: {} },
    positive: true,
    ...nobodyKnows,
  },
];

const withCommit = (code: number): FaultEffect => ({ kind: 'status', status: code, body: json, commit: true });
