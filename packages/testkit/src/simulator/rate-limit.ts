/** How many requests a platform takes; what comes beyond it is answered 429 before it does anything. */
export interface RateLimit {
  /** Tokens that come back in a second of the simulator's `now`. */
  readonly perSecond: number;
  /** Requests that a rested platform takes at once. @default perSecond, at least 1 */
  readonly burst?: number;
  /**
   * How a 429 says when to come back: whole seconds, at least 1; the first whole second with a token, as an HTTP date;
   * not at all; or seconds and date in turn. @default 'seconds'
   */
  readonly retryAfter?: 'seconds' | 'date' | 'none' | 'alternate';
}
