import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock, DeliveryPolicy, ItsmAdapter, LaneId, Lanes } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { createBreaker, openFor, type Tripped } from './breaker.ts';
import { firstFailure } from './first-failure.ts';
import { brokenOff, heldBack } from './held-back.ts';
import { createPace } from './pace.ts';
import { steadyTime } from './steady-time.ts';
import { longestTollMs, type Toll } from './toll.ts';

export interface LaneDeps {
  readonly id: LaneId;
  readonly policy: Pick<DeliveryPolicy, 'limits' | 'retryAfterCapMs'>;
  /** Of the ledger, which is opened after the lane is made. */
  lanes(): Lanes;
  readonly clock: Clock;
  /** Told how long the platform asked to wait. */
  onRetryAfter?(ms: number): void;
}

/** One integration's lane as one process sees it; what all processes share is in the ledger. */
export interface Lane {
  readonly id: LaneId;
  readonly toll: Toll;
  /**
   * Before a claim is asked for: the ledger has heard what this process met.
   * @returns to be called when the claim is given: whatever closed the lane before is over.
   */
  claiming(): Promise<() => void>;
  /** Once the breaker's time is over: one read of the platform, by one process. True: the lane is open again. */
  probe(adapter: ItsmAdapter, signal: AbortSignal): Promise<boolean>;
}

const probeLeaseMs = 120_000;

export function createLane({ id, policy, lanes, clock, onRetryAfter }: LaneDeps): Lane {
  const breaker = createBreaker();
  const now = steadyTime(clock);
  /** Set since the breaker opened here; undefined once somebody is known to have closed it. */
  let openUntil: number | undefined;
  let heldUntil = 0;
  let trips = 0;
  /** Of `trips`, those up to which the ledger knows. */
  let heard = 0;
  /** The ledger is asked to remember; when it cannot, this process does alone. */
  let writing: Promise<void> = Promise.resolve();
  const tell = (step: () => Promise<void>) => {
    writing = writing.then(step).catch(() => {});
  };
  /** Marks the requests of a probe among those that go on beside it, and hears of a refused sign-in. */
  const probing = new AsyncLocalStorage<(why: Tripped) => void>();

  const patienceMs = longestTollMs(policy.retryAfterCapMs);
  const { requestsPerSecond: perSecond } = policy.limits;
  const reserve = (slots: number) =>
    lanes()
      .reserve(id, { slots, perSecond: perSecond ?? 1 })
      .catch(() => 0);
  const slot = perSecond === undefined ? async () => 0 : createPace(perSecond, reserve, clock);

  const trip = (why: Tripped) => {
    const { baseMs, maxMs } = openFor[why.reason];
    openUntil = Math.max(openUntil ?? 0, now() + baseMs);
    trips += 1;
    const mine = trips;
    tell(async () => {
      await lanes().trip(id, { error: brokenOff(id, why), baseMs, maxMs });
      heard = mine;
    });
  };

  /** The ledger may keep it open for longer, and closes it for all. */
  const isOpenElsewhere = () =>
    lanes()
      .state(id)
      .then(
        state => state.breaker !== undefined,
        () => false,
      );

  /** @throws ItsmError kind `held` */
  const passBreaker = async () => {
    if (openUntil === undefined || probing.getStore()) return;
    if (openUntil <= now() && (await isOpenElsewhere())) openUntil = now() + openFor.failures.baseMs;
    if (openUntil > now()) throw heldBack(id, 'its breaker is open', openUntil - now());
    openUntil = undefined;
  };

  const toll: Toll = {
    async before(signal) {
      if (openUntil === undefined && heldUntil === 0 && perSecond === undefined) return;
      const latest = now() + patienceMs;
      const pauseMs = () => {
        if (heldUntil > latest) throw heldBack(id, 'the platform asked for a pause', heldUntil - now());
        return heldUntil - now();
      };
      await passBreaker();
      pauseMs();
      const slotMs = await slot(patienceMs);
      if (slotMs > patienceMs) throw heldBack(id, `${perSecond} requests a second are under way`, slotMs);
      // While this one waits, others may have met what holds it back as well.
      for (let waitMs = Math.max(slotMs, pauseMs()); waitMs > 0; waitMs = pauseMs()) {
        await clock.sleep(waitMs, signal);
        await passBreaker();
      }
    },
    after(error, request) {
      const why = breaker.count(error, request);
      if (why) (probing.getStore() ?? trip)(why);
      if (!ItsmError.is(error) || error.retryAfterMs === undefined || error.kind === 'held') return;
      const askedMs = error.retryAfterMs;
      onRetryAfter?.(askedMs);
      heldUntil = Math.max(heldUntil, now() + askedMs);
      tell(() => lanes().hold(id, askedMs));
    },
  };

  return {
    id,
    toll,
    async claiming() {
      await writing;
      const known = heard;
      return () => {
        if (known === trips) openUntil = undefined;
      };
    },
    async probe(adapter, signal) {
      await writing;
      // No question as long as the platform asks for silence, or a person does.
      const { paused, slotInMs = 0 } = await lanes().state(id);
      if (paused || Math.max(heldUntil - now(), slotInMs) > patienceMs) return false;
      if (!(await lanes().beginProbe(id, probeLeaseMs))) return false;
      let reason: Tripped['reason'] = 'failures';
      const hear = (why: Tripped) => {
        reason = why.reason;
      };
      const words = await probing.run(hear, () => firstFailure(adapter, signal));
      if (words === undefined) {
        openUntil = undefined;
        await lanes().closeBreaker(id);
        return true;
      }
      if (signal.aborted) tell(() => lanes().leaveProbe(id));
      else trip({ reason, words });
      await writing;
      return false;
    },
  };
}
