import type { Connected } from '../connected.ts';
import type { Clock, EventSink, Finished, Ledger, Taken, WorkLane } from '../contracts.ts';
import type { FollowUp } from '../follow/follow-up.ts';
import { steadyTime } from '../lane/steady-time.ts';
import type { Deliver } from '../pipeline.ts';
import { laneOpensIn } from './lane-opens-in.ts';
import { lookForTwins } from './look-for-twins.ts';
import { makeFollowUps } from './make-follow-ups.ts';
import { runTaken } from './run-taken.ts';

export interface LaneWork {
  readonly ledger: Ledger;
  readonly connected: Connected;
  readonly deliver: Deliver;
  readonly clock: Clock;
  readonly followUp?: FollowUp;
  readonly sink?: EventSink;
  /** Take nothing more. */
  readonly stop: AbortSignal;
  /** Break off what is in flight. */
  readonly cutOff: AbortSignal;
  readonly pollMs: number;
  readonly sweepMs: number;
  onProblem(error: unknown, key?: string): void;
}

const firstPauseMs = 500;
export const longestPauseMs = 10_000;

/** Takes what is due, as much as there is room for, and runs it; sweeps now and then; outlives the ledger's absences. */
export async function workLane(deps: LaneWork): Promise<void> {
  const { ledger, connected, clock, stop, pollMs, sweepMs, onProblem } = deps;
  const id: WorkLane = { ...connected.lane.id, ...(connected.approvedOnly ? { approvedOnly: true } : {}) };
  const { concurrency } = connected.integration.policy.limits;
  const now = steadyTime(clock);
  const inFlight = new Set<Promise<void>>();
  let finished: readonly Finished[] = [];
  let sweptAt = Number.NEGATIVE_INFINITY;
  let seenOpenAt = Number.NEGATIVE_INFINITY;
  /** What is taken while the lane holds back is only put back: not more than once in a while. */
  let restUntil = Number.NEGATIVE_INFINITY;
  let pauseMs = firstPauseMs;
  let afterwork: Promise<void> | undefined;

  const start = (taken: Taken) => {
    const running = runTaken(deps, taken).then(({ held, ...done }) => {
      if (held) {
        seenOpenAt = Number.NEGATIVE_INFINITY;
        restUntil = now() + pollMs;
      }
      finished = [...finished, done];
      inFlight.delete(running);
    });
    inFlight.add(running);
  };
  /** Nothing is lost with a wake-up: where it is not put away, the sweep makes another. */
  const done = () => {
    const all = finished;
    finished = [];
    return all;
  };
  const handBack = async () => {
    if (finished.length > 0) await ledger.queue.finish(id, done()).catch(error => onProblem(error));
  };
  const opensIn = async () => {
    const asked = now();
    if (asked - seenOpenAt < pollMs) return 0;
    const waitMs = await laneOpensIn(deps);
    if (waitMs === 0) seenOpenAt = asked;
    return waitMs;
  };
  const sweepIfDue = async () => {
    if (now() - sweptAt < sweepMs) return;
    // Also where it fails, as for a row that a host keeps locked: what is due is taken all the same.
    sweptAt = now();
    await ledger.queue.sweep(id);
    // Beside the deliveries, which it must not hold up.
    afterwork ??= lookAfter(deps).finally(() => {
      afterwork = undefined;
    });
  };
  /** Goes on while deliveries come and go: to end it for each and begin another would be dearer than all else here. */
  let listening: Promise<void> | undefined;
  const listen = () => {
    if (listening === undefined) {
      listening = ledger.queue.wait(id, pollMs, stop).finally(() => {
        listening = undefined;
      });
      // Told where somebody waits for it, and no end of the process where nobody does.
      listening.catch(() => {});
    }
    return listening;
  };
  const newsWithin = async (ms: number) => {
    const over = new AbortController();
    const time = clock.sleep(ms, AbortSignal.any([stop, over.signal])).catch(() => {});
    await Promise.race([listen(), time, ...inFlight]).finally(() => over.abort());
  };

  while (!stop.aborted) {
    try {
      const closedMs = await opensIn();
      if (closedMs > 0) {
        await handBack();
        // What waited for a closed lane has no wake-up of its own.
        if (closedMs === Number.POSITIVE_INFINITY) sweptAt = Number.NEGATIVE_INFINITY;
        await newsWithin(Math.min(pollMs, closedMs));
        continue;
      }
      await sweepIfDue();
      // Before it looks: what is told meanwhile is not lost.
      const news = listen();
      const resting = restUntil > now();
      const room = resting ? 0 : concurrency - inFlight.size;
      if (room === 0) await handBack();
      const taken = room > 0 ? await ledger.queue.take(id, { limit: room, done: done() }) : [];
      taken.forEach(start);
      if (taken.length < room || room === 0) await Promise.race([news, ...inFlight]);
      pauseMs = firstPauseMs;
    } catch (error) {
      onProblem(error);
      await clock.sleep(pauseMs, stop).catch(() => {});
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }
  await Promise.all([...inFlight, afterwork]);
  await handBack();
}

/** What is left to be done for tickets that are on record. */
async function lookAfter({ followUp, ...deps }: LaneWork): Promise<void> {
  await lookForTwins(deps);
  if (followUp && deps.connected.adapter.followUps) await makeFollowUps({ ...deps, followUp });
}
