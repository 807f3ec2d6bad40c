import type { HttpConfig } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { judgeAnswer, type RawAnswer } from './judge-answer.ts';

export type Verdict =
  | { readonly kind: 'good'; readonly data: unknown }
  /** `signInRefused`: the request was not taken for that, and may go out again with another sign-in. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly signInRefused: boolean };

/**
 * Whether another sign-in could help is told by a 401, and by what a plugin finds to be one: Jira Cloud takes a bad token for a
 * stranger, who sees no project and finds nothing. A write that was answered as a success is never made again.
 */
export function verdictOn(answer: RawAnswer, config: HttpConfig, now: Date): Verdict {
  try {
    return { kind: 'good', data: judgeAnswer(answer, config, now) };
  } catch (error) {
    const { method, status } = answer;
    const repeatable = method === 'GET' || method === 'HEAD' || (status >= 400 && status < 500);
    const disguised = repeatable && ItsmError.is(error) && error.kind === 'auth' && error.status === 401;
    return { kind: 'failed', error, signInRefused: status === 401 || disguised };
  }
}
