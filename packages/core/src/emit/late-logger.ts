import type { Logger } from 'winston';

/** A logger that is there, or one that is made when it is asked for: once, when there is a first line. */
export function lateLogger(given: Logger | (() => Logger)): () => Logger {
  if (typeof given !== 'function') return () => given;
  let made: Logger | undefined;
  return () => {
    made ??= given();
    return made;
  };
}
