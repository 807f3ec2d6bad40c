import { ItsmError } from '../itsm-error.ts';

/**
 * What a step of the sign-in threw, which comes before the request: whatever fails in it, the request has not been sent.
 * So a token request without an answer, and an error that is not ours, are `unavailable` and never an unknown outcome.
 */
export function notSent(error: unknown): ItsmError {
  if (ItsmError.is(error) && error.kind !== 'outcome-unknown') return error;
  const words = error instanceof Error ? error.message : String(error);
  return new ItsmError('unavailable', `The sign-in could not be prepared, and nothing was sent: ${words}`);
}
