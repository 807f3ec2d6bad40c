import { ItsmError } from '../itsm-error.ts';
import { neverSent, type TransportFailure } from './never-sent.ts';
import { refusedHere } from './refused-here.ts';

export interface Silence extends TransportFailure {
  readonly method: string;
  readonly url: string;
  readonly message: string;
  /** Of an answer that had begun and broke off. */
  readonly status: number | undefined;
  readonly timedOut: boolean;
  /** Whether it may have been given to a connection. */
  readonly begun: boolean;
}

/** What it means that no whole answer came: see the table in docs/decisions/0005-what-a-failure-means.md. */
export function judgeSilence(silence: Silence): ItsmError {
  const { method, url, status, code, timedOut } = silence;
  const { host, pathname } = new URL(url);
  const options = { ...(status === undefined ? {} : { status }), cause: plainCause(silence) };
  if (refusedHere(silence)) {
    const why = `${method} ${pathname} was not sent, and cannot be as it is (${code}): ${silence.message}`;
    return new ItsmError('config', why, options);
  }
  // Both have to say so: a second ticket is worse than a look-up.
  if (!silence.begun && neverSent(silence)) {
    return new ItsmError('unavailable', `${host} could not be reached (${code}): ${silence.message}`, options);
  }
  const what = timedOut ? 'had no answer in time' : `broke off (${code ?? 'no code'}: ${silence.message})`;
  if (method === 'GET' || method === 'HEAD') {
    return new ItsmError('unavailable', `${method} ${pathname} ${what}.`, options);
  }
  return new ItsmError('outcome-unknown', `${method} ${pathname} ${what}; the platform may have taken it.`, options);
}

/** The original error holds the request with its headers: only its code and text are kept. */
const plainCause = ({ message, code }: Silence): Error => Object.assign(new Error(message), { code });
