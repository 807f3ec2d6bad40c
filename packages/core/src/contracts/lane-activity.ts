/** What happened in one minute. */
export interface MinuteActivity {
  /** When the minute began, by the ledger's clock. */
  readonly at: Date;
  /** Tickets; one that was there already counts nowhere. */
  readonly created: number;
  /** Deliveries, and dry runs, that ended as failed. */
  readonly failed: number;
  /** Attempts that were put off. */
  readonly retried: number;
}

/** The last hour of one integration: sixty minutes, oldest first, the last one still going on. */
export interface LaneActivity {
  readonly integration: string;
  readonly minutes: readonly MinuteActivity[];
}
