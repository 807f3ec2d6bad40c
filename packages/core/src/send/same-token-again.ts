import { ItsmError } from '../itsm-error.ts';

/** Waiting for its end is a way out where that is near; `expires_in` is cut to whole seconds. */
const nearMs = 60_000;
const cutMs = 1000;

/**
 * A platform refuses a token and its token endpoint gives out that very token again: ServiceNow does for a password, as long
 * as its row says that the token lives.
 */
export function sameTokenAgain(tokenUrl: string, leftMs: number): ItsmError {
  const found = `The platform refused the token, and ${tokenUrl} gives out the same one again`;
  const seconds = Math.ceil(leftMs / 1000);
  if (leftMs <= nearMs) {
    const retryAfterMs = Math.max(0, leftMs) + cutMs;
    return new ItsmError('unavailable', `${found}; it ends in ${seconds} s.`, { status: 401, retryAfterMs });
  }
  const hint = `Revoke it there, or wait for its end in ${seconds} s; check that its user may still sign in.`;
  return new ItsmError('auth', `${found}. ${hint}`, { status: 401 });
}
