import type { Clock, DeliveryPolicy, Failure, ItsmAdapter, LaneId, Lanes } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { createBreaker, openFor, type Tripped } from './breaker.ts';
import { createPace } from './pace.ts';
import { longestTollMs, type Toll } from './toll.ts';

export interface LaneDeps {
  readonly id: LaneId;
  readonly policy: Pick<DeliveryPolicy, 'limits' | 'retryAfterCapMs'>;
  /** Of the ledger, which is opened after the lane is made. */
  lanes(): Lanes;
  readonly clock: Clock;
}

/** One integration's lane as one process sees it; what all processes share is in the ledger. */
export interface Lane {
  readonly id: LaneId;
  readonly toll: Toll;
  /** The ledger gave a claim: whatever closed the lane is over. */
  opened(): void;
  /** Once the breaker's time is over: one read of the platform, by one process. True: the lane is open again. */
  probe(adapter: ItsmAdapter, signal: AbortSignal): Promise<boolean>;
}

const probeLeaseMs = 120_000;

export function createLane({ id, policy, lanes, clock }: LaneDeps): Lane {
  const breaker = createBreaker();
  const now = () => clock.now().getTime();
  let openUntil = 0;
  let heldUntil = 0;
  let probing = 0;
  /** The ledger is asked to remember; when it cannot, this process does alone. */
  let writing: Promise<void> = Promise.resolve();
  const tell = (step: () => Promise<void>) => {
    writing = writing.then(step).catch(() => {});
  };

  const patienceMs = longestTollMs(policy.retryAfterCapMs);
  const { requestsPerSecond } = policy.limits;
  const slot =
    requestsPerSecond === undefined
      ? async () => 0
      : createPace(
          requestsPerSecond,
          slots =>
            lanes()
              .reserve(id, { slots, perSecond: requestsPerSecond })
              .catch(() => 0),
          clock,
        );

  const trip = (why: Tripped) => {
    const { baseMs, maxMs } = openFor[why.reason];
    openUntil = now() + baseMs;
    tell(() => lanes().trip(id, { error: brokenOff(id, why), baseMs, maxMs }));
  };

  const toll: Toll = {
    async before(signal) {
      if (openUntil > now() && probing === 0) throw held(id, 'its breaker is open', openUntil - now());
      const waitMs = Math.max(await slot(), heldUntil - now());
      if (waitMs > patienceMs) throw held(id, 'the platform asked for a pause', waitMs);
      if (waitMs > 0) await clock.sleep(waitMs, signal);
    },
    after(error, request) {
      const why = breaker.count(error, request);
      if (why && probing === 0) trip(why);
      const askedMs = ItsmError.is(error) ? error.retryAfterMs : undefined;
      if (askedMs === undefined || (ItsmError.is(error) && error.kind === 'held')) return;
      heldUntil = Math.max(heldUntil, now() + askedMs);
      tell(() => lanes().hold(id, askedMs));
    },
  };

  return {
    id,
    toll,
    opened() {
      openUntil = 0;
    },
    async probe(adapter, signal) {
      await writing;
      if (!(await lanes().beginProbe(id, probeLeaseMs))) return false;
      probing += 1;
      const failure = await firstFailure(adapter, signal).finally(() => {
        probing -= 1;
      });
      if (failure === undefined) {
        openUntil = 0;
        await lanes().closeBreaker(id);
        return true;
      }
      if (!signal.aborted) trip({ reason: failure.auth ? 'auth' : 'failures', words: failure.words });
      await writing;
      return false;
    },
  };
}

/** The first step of a check reaches the platform and signs in; the later ones ask for more than a probe has to know. */
async function firstFailure(adapter: ItsmAdapter, signal: AbortSignal) {
  try {
    for await (const { ok, detail } of adapter.check({ key: 'probe', signal })) {
      return ok ? undefined : { auth: false, words: detail };
    }
    return undefined;
  } catch (error) {
    const auth = ItsmError.is(error) && error.kind === 'auth';
    return { auth, words: error instanceof Error ? error.message : String(error) };
  }
}

const held = ({ integration }: LaneId, why: string, retryAfterMs: number) =>
  new ItsmError('held', `${integration} is held back: ${why}.`, { retryAfterMs });

function brokenOff({ integration }: LaneId, { reason, words }: Tripped): Failure {
  const because = reason === 'auth' ? 'the platform refused the sign-in' : 'the platform failed again and again';
  const then = `It is asked again by itself; "itsm resume ${integration}" opens the breaker at once.`;
  return { kind: 'held', message: `${integration} is held back: ${because} (${words}) ${then}` };
}
