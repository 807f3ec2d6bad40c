import { ItsmError } from '@itsm-bridge/core';
import { lesson } from './lesson.ts';

/** What came of a call, once it is certain that a failure is one that core can judge. */
export type Attempt<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: ItsmError };

export async function attempt<Value>(what: string, work: () => Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { kind: 'done', value: await work() };
  } catch (error) {
    lesson(
      ItsmError.is(error),
      `${what} failed with ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}, which is no ItsmError: core cannot tell whether it may send again. Send requests with deps.createHttp, whose failures are judged, and throw ItsmError for what only the plugin knows.`,
    );
    return { kind: 'failed', error };
  }
}
