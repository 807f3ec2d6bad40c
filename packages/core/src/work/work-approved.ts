import type { WorkLane } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { liveOf } from '../live-of.ts';
import { isOpen } from '../record/is-open.ts';
import { type LaneWork, longestPauseMs, workLane } from './work-lane.ts';

/** After a failure to connect: a secret that is missing is not there a moment later. */
const restMs = 60_000;
/** Whoever finds that there is something to be made for a ticket comes back to it by then. */
const againMs = 1_000;

/**
 * The lane of an integration in dry run: what somebody has approved is delivered, and nothing else. The integration is
 * connected once there is something to deliver, since its secrets are needed then and not before. Where that fails it is
 * told, and the delivery waits for another process.
 */
export async function workApproved(deps: LaneWork): Promise<void> {
  const { connected, clock, stop, onProblem } = deps;
  while (!stop.aborted) {
    try {
      if (!(await untilNeeded(deps))) return;
      const live = await liveOf(connected);
      return await workLane({ ...deps, connected: live });
    } catch (error) {
      onProblem(error);
      const away = ItsmError.is(error) && error.kind === 'ledger';
      await clock.sleep(away ? longestPauseMs : restMs, stop).catch(() => {});
    }
  }
}

/** False at the end of the work. */
async function untilNeeded({ ledger, connected, clock, stop, pollMs, sweepMs }: LaneWork): Promise<boolean> {
  const lane = { ...connected.lane.id, approvedOnly: true };
  let sweptAt = Number.NEGATIVE_INFINITY;
  while (!stop.aborted) {
    const now = clock.now().getTime();
    if (now - sweptAt >= sweepMs) {
      sweptAt = now;
      await ledger.queue.sweep(lane);
      if (await owesATicket(ledger, lane)) return true;
    }
    const [taken] = await ledger.queue.take(lane, { limit: 1, done: [] });
    if (taken) {
      const [record] = await ledger.deliveries({ key: taken.key });
      // Whoever approved it sends it at once, most often: then the wake-up is all that is left of it. One that is `sending`
      // may have been left by a process that has ended.
      const waits = record !== undefined && (isOpen(record) || record.status === 'sending');
      await ledger.queue.finish(lane, [{ ...taken, ...(waits ? { again: clock.now() } : {}) }]);
      if (waits) return true;
    } else await ledger.queue.wait(lane, pollMs, stop);
  }
  return false;
}

/** A process has ended before it made what belongs to a ticket, or looked for its twins. */
async function owesATicket({ followUps, twins }: Pick<LaneWork['ledger'], 'followUps' | 'twins'>, lane: WorkLane) {
  for (const due of [followUps, twins]) {
    if ((await due.take(lane, { limit: 1, againMs })).length > 0) return true;
  }
  return false;
}
