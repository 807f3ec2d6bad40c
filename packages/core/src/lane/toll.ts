/** What every request of an adapter passes: its lane's pace and breaker. */
export interface Toll {
  /**
   * Waits for a slot.
   * @throws ItsmError kind `held`, with `retryAfterMs`: the breaker is open, or the slot is too far off to wait for.
   */
  before(signal: AbortSignal): Promise<void>;
  /** How the request ended; `undefined` for a good answer. */
  after(error?: unknown, request?: { readonly read: boolean }): void;
}

/** A request may wait this long for its slot, and no longer than a Retry-After; beyond it the delivery waits, without a claim. */
export const longestTollMs = (retryAfterCapMs: number): number => Math.min(10_000, retryAfterCapMs);

export const noToll: Toll = { before: async () => {}, after() {} };
