import { ItsmError } from '../itsm-error.ts';

/**
 * A step of the sign-in, which comes before the request: whatever fails in it, the request has not been sent. So a
 * token request without an answer, and an error that is not ours, are `unavailable` and never an unknown outcome.
 */
export async function beforeSending<Result>(step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    if (ItsmError.is(error) && error.kind !== 'outcome-unknown') throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw new ItsmError('unavailable', `The sign-in could not be prepared, and nothing was sent: ${words}`);
  }
}
