import type { Allowance } from './allowance.ts';
import { type Chaos, createChaos } from './chaos.ts';
import type { ChaosOptions } from './chaos-options.ts';
import { createLimiter } from './create-limiter.ts';
import type { Fault, FaultEffect } from './fault.ts';
import { createFaultScript } from './fault-script.ts';
import type { Platform } from './platform.ts';
import type { RecordedRequest } from './recorded-request.ts';
import type { SimulatorOptions } from './simulator.ts';
import { createTally } from './tally.ts';

/** Decides what goes wrong with each request. */
export interface Spoiler {
  /** The rate limit comes first, then faults that were asked for, then chaos. */
  effectOf(request: RecordedRequest): FaultEffect | undefined;
  /** What the rate limit still lets pass; undefined where there is none. */
  allowance(): Allowance | undefined;
  fault(fault: Fault): void;
  clearFaults(): void;
  chaos(options: ChaosOptions | undefined): void;
  readonly met: Readonly<Record<string, number>>;
}

export function createSpoiler({ rateLimit, now = Date.now }: SimulatorOptions, platform: Platform): Spoiler {
  const faults = createFaultScript();
  const limiter = createLimiter(rateLimit, now);
  const tally = createTally();
  let chaos: Chaos | undefined;
  return {
    effectOf: request => {
      const refusal = limiter.refusal();
      if (!refusal) return faults.take(`${request.method} ${request.path}`) ?? chaos?.(request);
      tally.add('rate-limit');
      return { kind: 'status', ...platform.tooManyRequests(refusal) };
    },
    allowance: limiter.allowance,
    fault: faults.add,
    clearFaults: faults.clear,
    chaos: options => {
      chaos = options && createChaos(options, platform, now, tally.add);
    },
    get met() {
      return tally.counts;
    },
  };
}
