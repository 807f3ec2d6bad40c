import { createLogger, problemLine } from '@itsm-bridge/core';

/** Where a host takes faults of ours itself it gives `onProblem`; else they are JSON lines on standard error, as the log of `createItsm` is. */
export function faultLog(): (error: unknown) => void {
  const logger = createLogger({ stream: process.stderr, readable: false });
  return error =>
    logger.log({ ...problemLine({ error }), level: 'error', message: 'A request failed on our own side' });
}
