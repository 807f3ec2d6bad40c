/** What a rate limit still lets pass. */
export interface Allowance {
  /** Tokens that come back in a second. */
  readonly perSecond: number;
  /** Tokens of a rested platform. */
  readonly burst: number;
  /** Whole tokens that are left now. */
  readonly left: number;
}
