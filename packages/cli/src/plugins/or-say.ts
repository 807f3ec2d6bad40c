import { ItsmError } from '@itsm-bridge/core';
import { wordsOf } from './words-of.ts';

/** @param what begins the error. @throws ItsmError kind `config`: the step has thrown. */
export function orSay<Result>(what: string, step: () => Result): Result {
  try {
    return step();
  } catch (cause) {
    throw new ItsmError('config', `${what}: ${wordsOf(cause)}`, { cause });
  }
}
