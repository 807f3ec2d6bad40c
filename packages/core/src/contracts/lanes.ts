import type { Failure } from './outcome.ts';

/** The way of one integration's deliveries to its platform, shared by all processes. */
export interface LaneId {
  /** `$settings.environment` */
  readonly environment: string;
  readonly integration: string;
}

export interface LaneState {
  /** Milliseconds until the next slot, where it is not now: the platform asked for a pause, or slots before it are taken. */
  readonly slotInMs?: number;
  /** By a person, until `resume`. */
  readonly paused?: { readonly since: Date; readonly error: Failure };
  /** Open since the platform failed again and again or refused the sign-in, until a probe finds it well. */
  readonly breaker?: { readonly since: Date; readonly until: Date; readonly error: Failure };
}

export interface NewBreaker {
  /** Why, as deliveries that wait will say it. */
  readonly error: Failure;
  readonly baseMs: number;
  readonly maxMs: number;
}

/** What holds deliveries back. All times are the ledger's own; waits are relative, so that clocks may differ. */
export interface Lanes {
  state(lane: LaneId): Promise<LaneState>;
  /** Why, as deliveries that wait will say it. */
  pause(lane: LaneId, error: Failure): Promise<void>;
  /** Ends a pause and closes the breaker; what waited for them is due. */
  resume(lane: LaneId): Promise<void>;
  /**
   * Opens the breaker for `baseMs`; twice as long for each time that it had opened within the hour before, `maxMs` at the
   * most. One that is open already stays open at least as long as it was, and has not opened once more.
   */
  trip(lane: LaneId, breaker: NewBreaker): Promise<void>;
  /** True for one process, `leaseMs` long, once the breaker's time is over: it may ask the platform, with a read. */
  beginProbe(lane: LaneId, leaseMs: number): Promise<boolean>;
  /** Whoever probes could not finish it: another one may, at once. */
  leaveProbe(lane: LaneId): Promise<void>;
  /** The probe went well. */
  closeBreaker(lane: LaneId): Promise<void>;
  /**
   * Takes the next `slots` of a sequence of `perSecond` slots that all processes share.
   * @returns milliseconds until the first of them, 0 when it is now; the next ones follow at equal distances.
   */
  reserve(lane: LaneId, pace: { readonly slots: number; readonly perSecond: number }): Promise<number>;
  /** No slot before then: the platform asked for a pause. */
  hold(lane: LaneId, ms: number): Promise<void>;
  /** One more ticket in this hour? @returns 0 when it is admitted, else milliseconds until there is room. */
  admit(lane: LaneId, perHour: number): Promise<number>;
  /** An admitted delivery ended without a ticket: the oldest place is free, so that no hour ever sees one too many. */
  giveBack(lane: LaneId): Promise<void>;
}
