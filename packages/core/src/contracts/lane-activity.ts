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

/** What the events of an environment tell of the last hour. */
export interface RecentActivity {
  /** By the ledger's clock, as the minutes are. */
  readonly now: Date;
  /** Only those in which something happened, in no order. */
  readonly minutes: readonly (MinuteActivity & { readonly integration: string })[];
}

/** The last hour of one integration: sixty minutes, oldest first, the last one still going on. */
export interface LaneActivity {
  readonly integration: string;
  readonly minutes: readonly MinuteActivity[];
}
