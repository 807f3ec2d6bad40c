export interface Clock {
  now(): Date;
  /** Rejects with an ItsmError of kind `cancelled` when the signal fires. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}
