/** What a 429 tells; the platform says it in its own headers. */
export interface Refusal {
  /** The limit, in requests a second. */
  readonly perSecond: number;
  /** How many a rested platform takes at once. @default perSecond */
  readonly burst?: number;
  /** When there is a token again, in Unix milliseconds. */
  readonly resetMs: number;
  /** The Retry-After header as it goes out, or undefined for none. */
  readonly retryAfter: string | undefined;
}
