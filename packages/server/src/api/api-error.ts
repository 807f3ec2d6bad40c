import { ItsmError, type ItsmErrorKind } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The one shape of everything that does not work. */
export const errorAnswer = z
  .object({
    error: z.object({
      kind: z.string().describe('To branch on; stable.'),
      message: z.string().describe('What was found, and what to do. For people.'),
    }),
  })
  .meta({ id: 'Error', description: 'Why it did not work.' });

/** What we throw for ourselves: it stands in an answer as it is. */
export interface ApiError {
  readonly status: ContentfulStatusCode;
  readonly kind: ItsmErrorKind | 'not-found' | 'conflict' | 'internal';
  readonly message: string;
  readonly retryAfterMs?: number;
}

/**
 * What each kind means over HTTP. 400 the request, 500 our own config, 502 the platform said no, 503 try again later, 504
 * the platform was silent; 409 somebody holds it.
 */
const statuses: Readonly<Record<ItsmErrorKind, ContentfulStatusCode>> = {
  input: 400,
  config: 500,
  template: 500,
  mapping: 500,
  auth: 502,
  rejected: 502,
  'rate-limited': 503,
  unavailable: 503,
  'outcome-unknown': 504,
  ledger: 503,
  held: 409,
  changed: 409,
  discarded: 409,
  cancelled: 503,
};

/** What `input` is where the request itself was good: what it names is not there, or is in another state. */
export type InputMeans = 'not-found' | 'conflict';

const inputStatuses: Readonly<Record<InputMeans, ContentfulStatusCode>> = { 'not-found': 404, conflict: 409 };

/** @param inputMeans Absent: the request is wrong. */
export function apiErrorOf(error: unknown, inputMeans?: InputMeans): ApiError {
  if (!ItsmError.is(error)) {
    return {
      status: 500,
      kind: 'internal',
      message: 'Something failed here that is no fault of the request. The log says what.',
    };
  }
  const { kind, message, retryAfterMs } = error;
  const later = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (kind === 'input' && inputMeans !== undefined) {
    return { status: inputStatuses[inputMeans], kind: inputMeans, message, ...later };
  }
  return { status: statuses[kind] ?? 500, kind, message, ...later };
}
