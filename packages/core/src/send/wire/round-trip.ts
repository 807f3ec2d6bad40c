import type { Dispatcher } from 'undici';
import { overCap } from './over-cap.ts';
import type { WireRequest } from './wire.ts';
import { wireFailure } from './wire-failure.ts';

export interface PackedAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As it came. */
  readonly bytes: Buffer;
}

/**
 * One request over one connection, never over a second one.
 *
 * @param maxBytes of the answer's body, as it comes
 * @throws WireFailure
 */
export function roundTrip(
  dispatcher: Dispatcher,
  { method, url, headers, body }: WireRequest,
  maxBytes: number,
  signal: AbortSignal,
): Promise<PackedAnswer> {
  return new Promise((resolve, reject) => {
    let begun: Dispatcher.DispatchController | undefined;
    let answer: Omit<PackedAnswer, 'bytes'> | undefined;
    const chunks: Buffer[] = [];
    let size = 0;
    const fail = (error: unknown) => {
      signal.removeEventListener('abort', stop);
      reject(wireFailure(error, begun !== undefined, answer?.status));
    };
    const stop = () => (begun ? begun.abort(signal.reason) : fail(signal.reason));
    if (signal.aborted) return fail(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    const path = `${url.pathname}${url.search}`;
    // The one deadline is the signal's.
    const noDeadlines = { headersTimeout: 0, bodyTimeout: 0 };
    const handler: Dispatcher.DispatchHandler = {
      /** Just before the first byte: what is ended here has not been sent. */
      onRequestStart(controller) {
        if (signal.aborted) controller.abort(signal.reason);
        else if (begun) controller.abort(new Error('a request is not sent a second time'));
        else begun = controller;
      },
      onResponseStart(_, status, received, statusText = '') {
        // 103 and the like come before the answer.
        if (status >= 200) answer = { status, statusText, headers: joined(received) };
      },
      onResponseData(controller, chunk) {
        size += chunk.length;
        if (size > maxBytes) controller.abort(overCap(maxBytes));
        else chunks.push(chunk);
      },
      onResponseEnd() {
        signal.removeEventListener('abort', stop);
        const [only] = chunks;
        const bytes = only && chunks.length === 1 ? only : Buffer.concat(chunks);
        if (answer) resolve({ status: answer.status, statusText: answer.statusText, headers: answer.headers, bytes });
      },
      onResponseError: (_, error) => fail(error),
    };
    try {
      dispatcher.dispatch({ origin: url.origin, path, method, headers, body: body ?? null, ...noDeadlines }, handler);
    } catch (error) {
      fail(error);
    }
  });
}

const joined = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> => {
  const all: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) all[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return all;
};
