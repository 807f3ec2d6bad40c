import type { Failure } from '../contracts.ts';
import { ItsmError, type ItsmErrorKind } from '../itsm-error.ts';

/** The part of an error that is recorded and shown. An error that is not ours gets the kind that fits where it was met. */
export function failureOf(error: unknown, otherwise: ItsmErrorKind): Failure {
  if (ItsmError.is(error)) {
    const { kind, message, status } = error;
    return { kind, message, ...(status === undefined ? {} : { status }) };
  }
  return { kind: otherwise, message: error instanceof Error ? error.message : String(error) };
}
