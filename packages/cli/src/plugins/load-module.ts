import { ItsmError } from '@itsm-bridge/core';
import { wordsOf } from './words-of.ts';

/** @param what begins the error. @throws ItsmError kind `config`: its own code runs here, and may throw whatever it likes. */
export async function loadModule(url: string, what: string): Promise<object> {
  try {
    return await import(url);
  } catch (cause) {
    throw new ItsmError('config', `${what}: ${wordsOf(cause)}`, { cause });
  }
}
