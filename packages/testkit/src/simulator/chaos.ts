import { chaosEffect } from './chaos-effect.ts';
import { type ChaosKind, chaosKinds } from './chaos-kinds.ts';
import type { ChaosOptions } from './chaos-options.ts';
import type { FaultEffect } from './fault.ts';
import type { Platform } from './platform.ts';
import type { RecordedRequest } from './recorded-request.ts';
import { seededRandom } from './seeded-random.ts';

/** The effect for a request that is spoiled. */
export type Chaos = (request: RecordedRequest) => FaultEffect | undefined;

/** Chaos from its first draw on. `met` is told each kind that it chooses. */
export function createChaos(
  options: ChaosOptions,
  platform: Platform,
  now: () => number,
  met: (kind: ChaosKind) => void,
): Chaos {
  const random = seededRandom(options.seed);
  const kinds = options.kinds ?? chaosKinds;
  return request => {
    // Three draws for every request, spoiled or not, so that one more spoiled request does not shift all that follow.
    const [chance, choice, size] = [random(), random(), random()];
    if (chance >= options.rate) return undefined;
    const possible = kinds.filter(kind => platform.suffers(kind, request));
    const kind = possible[Math.floor(choice * possible.length)];
    if (!kind) return undefined;
    met(kind);
    return chaosEffect(kind, { size, nowMs: now(), options, platform });
  };
}
