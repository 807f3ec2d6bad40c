import { ItsmError } from '../../itsm-error.ts';

/** Why a reference could not be read. */
export function failureText(error: unknown): string {
  if (ItsmError.is(error)) return error.message;
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}
