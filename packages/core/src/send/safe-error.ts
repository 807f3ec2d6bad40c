import { ItsmError } from '../itsm-error.ts';
import { judgeSilence } from './judge-silence.ts';
import { redact, type SignedWith } from './redact.ts';
import { reworded } from './reworded.ts';
import type { WireFailure } from './wire/wire-failure.ts';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly timedOut: boolean;
  readonly signedWith: SignedWith;
}

/** Whatever an exchange threw, as an ItsmError without what signed the request. */
export function safeError(error: unknown, { signedWith, ...asked }: Asked): ItsmError {
  const known = ItsmError.is(error) ? error : judgeSilence({ ...asked, ...transportFailure(error) });
  const message = redact(known.message, signedWith);
  return message === known.message ? known : reworded(known, message);
}

/** Of the wire. What others throw may come after the request as well as before it. */
function transportFailure(error: unknown) {
  const { message, code, syscall, status, begun = true } = error as Partial<WireFailure> & Error;
  return { message, code, syscall, status, begun };
}
