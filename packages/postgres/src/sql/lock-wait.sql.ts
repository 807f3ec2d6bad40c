/** Milliseconds that a statement waits for a row that somebody else has locked, such as a host in a transaction that it keeps open. */
export const lockWaitMs = 10_000;

/** Milliseconds that a sweep does: what is due waits for it. */
export const sweepWaitMs = 2_000;

/**
 * For this statement, and said in it: a pooler in between lends each statement another session. The server has to end the
 * wait. Where only we do, a statement goes on there when nobody is left to hear of it, and what it claims then is nobody's.
 */
export const waitForLocksSql = (ms: number | string = lockWaitMs): string =>
  `set_config('lock_timeout', ${typeof ms === 'number' ? `'${ms}'` : ms}, true)`;
