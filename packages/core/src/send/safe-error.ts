import type { AxiosResponse } from 'axios';
import { ItsmError } from '../itsm-error.ts';
import { judgeSilence } from './judge-silence.ts';
import { redact, type SignedWith } from './redact.ts';
import { reworded } from './reworded.ts';

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

function transportFailure(error: unknown) {
  const { message, code, syscall, request, response, cause } = error as NodeJS.ErrnoException & {
    readonly request?: unknown;
    readonly response?: AxiosResponse;
    readonly cause?: NodeJS.ErrnoException;
  };
  const begun = request !== undefined && request !== null;
  return { message, code, syscall: syscall ?? cause?.syscall, status: response?.status, begun };
}
