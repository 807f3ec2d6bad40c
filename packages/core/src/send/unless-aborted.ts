import { ItsmError } from '../itsm-error.ts';

/** What is read for all goes on when one of them gives up: that one hears `cancelled` at once. */
export function unlessAborted<Value>(reading: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return reading;
  const cancelled = () => new ItsmError('cancelled', 'It was cancelled before anything was sent.');
  return new Promise((resolve, reject) => {
    const abort = () => reject(cancelled());
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    const done = () => signal.removeEventListener('abort', abort);
    reading.then(resolve, reject).then(done);
  });
}
