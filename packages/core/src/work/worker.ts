import type { Connected } from '../connected.ts';
import type { Clock, EventSink, Ledger } from '../contracts.ts';
import type { FollowUp } from '../follow/follow-up.ts';
import type { Deliver } from '../pipeline.ts';
import { workApproved } from './work-approved.ts';
import { type LaneWork, workLane } from './work-lane.ts';

export interface WorkOptions {
  /** Ends the work: nothing more is taken, what is in flight may finish. */
  readonly signal: AbortSignal;
  /**
   * The work ends within that. What is in flight may finish until two seconds before it is over (half of it, where it is
   * short); then its requests are cut off, and go on record as unknown. @default 25_000
   */
  readonly drainMs?: number;
  /** Between two looks for work where no news comes. @default 1_000 */
  readonly pollMs?: number;
  /** Between two sweeps for deliveries that have lost their wake-up. @default 15_000 */
  readonly sweepMs?: number;
  /** What went wrong on our own side; the work goes on. @default a line of the log for each (`problemLine`) */
  onProblem?(problem: WorkProblem): void;
}

export interface WorkProblem {
  /** Absent where it concerns the ledger as a whole. */
  readonly integration?: string;
  readonly error: unknown;
  /** Of the delivery that it happened to. */
  readonly key?: string;
}

export interface WorkDeps {
  readonly ledger: Ledger;
  readonly connected: readonly Connected[];
  readonly deliver: Deliver;
  readonly clock: Clock;
  /** @default nothing belongs to a ticket but itself */
  readonly followUp?: FollowUp;
  /** Told of twins; what becomes of a delivery is told by `deliver`. @default nobody is told */
  readonly sink?: EventSink;
}

/** For writing down what was cut off. */
const recordingMs = 2_000;

/**
 * Drains the queue of every integration until the signal, each in a lane of its own: one that is slow or dead holds up no
 * other. Of an integration in dry run, what somebody has approved. Any number of processes may do this on one ledger. A ledger that is away is waited for, never fatal.
 */
export async function work({ connected, ...deps }: WorkDeps, options: WorkOptions): Promise<void> {
  const { signal, drainMs = 25_000, pollMs = 1_000, sweepMs = 15_000, onProblem = () => {} } = options;
  const cutOff = new AbortController();
  const drain = () => {
    const timer = setTimeout(() => cutOff.abort(), drainMs - Math.min(recordingMs, drainMs / 2));
    timer.unref();
  };
  if (signal.aborted) return;
  signal.addEventListener('abort', drain, { once: true });
  await Promise.all(
    connected.flatMap(one => {
      const lane: LaneWork = {
        ...deps,
        ...{ connected: one, stop: signal, cutOff: cutOff.signal, pollMs, sweepMs },
        onProblem: (error, key) => onProblem({ integration: one.integration.name, error, ...(key ? { key } : {}) }),
      };
      if (one.adapter.writes) return [workLane(lane)];
      return one.live ? [workApproved(lane)] : [];
    }),
  );
}
