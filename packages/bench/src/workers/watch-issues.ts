import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from '../platform/start-platform.ts';

/** A part of a drain, between two looks at what the platform has made. */
export interface Stretch {
  readonly issues: number;
  readonly ms: number;
  /** Microseconds of CPU by each meter, in their order. */
  readonly cpuUs: readonly number[];
}

export interface Watched {
  /** So many issues after the beginning the stretch begins, and after so many it ends. */
  readonly from: number;
  readonly to: number;
  /** Makes them come. */
  begin(): Promise<void> | void;
  /** Each says how much CPU somebody has used until now. */
  readonly meters?: readonly (() => number)[];
}

const lookEachMs = 5;
/** Without a new issue. */
const patienceMs = 60_000;

/** @throws Error they do not come */
export async function watchIssues(platform: Platform, { from, to, begin, meters = [] }: Watched): Promise<Stretch> {
  const before = await platform.issues();
  let [seen, seenAt] = [0, Date.now()];
  const until = async (count: number) => {
    for (;;) {
      const issues = (await platform.issues()) - before;
      if (issues >= count) return { issues, at: performance.now(), cpuUs: meters.map(meter => meter()) };
      if (issues > seen) [seen, seenAt] = [issues, Date.now()];
      else if (Date.now() > seenAt + patienceMs)
        throw new Error(`Of ${count} issues there are ${issues}, and no more.`);
      await sleep(lookEachMs);
    }
  };
  await begin();
  const first = await until(from);
  const last = await until(to);
  const cpuUs = last.cpuUs.map((used, meter) => used - (first.cpuUs[meter] ?? 0));
  return { issues: last.issues - first.issues, ms: last.at - first.at, cpuUs };
}

export const perSecond = ({ issues, ms }: Stretch): number => (issues / ms) * 1000;

/** Microseconds of an issue, by the meter at that place. */
export const cpuOfOne = ({ issues, cpuUs }: Stretch, meter: number): number => (cpuUs[meter] ?? Number.NaN) / issues;
