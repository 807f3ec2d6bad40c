export interface Call {
  readonly key: string;
  readonly signal: AbortSignal;
  /** Absent while it is certain that nothing has reached the platform. */
  readonly doubt?: Doubt;
  /**
   * The retries are used up: what this turn cannot look up is done without, or the ticket is lost. Before that a failed
   * look-up is thrown, and made again. @default false
   */
  readonly last?: boolean;
}

/** An earlier request may have created the ticket. */
export interface Doubt {
  /** The first doubtful send began then: a ticket older than that is not ours. */
  readonly from: Date;
  /** The last doubtful send can have left until then. */
  readonly until: Date;
  /** Every doubtful send had an answer: the platform has finished with them, whatever it did. */
  readonly answered: boolean;
}
