import { z } from 'zod';
import { longestTimerMs } from '../../longest-timer-ms.ts';

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

const pattern = /^\d+(\.\d+)?(ms|s|m|h|d)$/;
const form = z.union([z.string().regex(pattern), z.number().nonnegative()]);

/**
 * `"500ms"`, `"5s"`, `"5m"`, `"2h"`, `"7d"`, or a number of seconds; gives whole milliseconds.
 * @param leastMs The shortest one that is accepted.
 */
export const duration = (leastMs: 0 | 1 = 0) =>
  z
    .unknown()
    .transform((value, context): number => {
      const parsed = form.safeParse(value);
      const ms = parsed.success ? toMs(parsed.data) : undefined;
      if (ms !== undefined && ms >= leastMs && ms <= longestTimerMs) return ms;
      context.addIssue({
        code: 'custom',
        message: wrong(value, ms, leastMs),
        params: { found: true },
      });
      return z.NEVER;
    })
    // Or a reference, of which no more is known here.
    .meta({ type: ['string', 'number'], pattern: `${pattern.source}|\\$\\{`, minimum: 0 });

function wrong(value: unknown, ms: number | undefined, leastMs: number): string {
  if (ms !== undefined && ms < leastMs) return 'must be longer than nothing';
  if (ms !== undefined && ms > longestTimerMs) return 'accepted are at most 24 days';
  if (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value))
    return 'has no unit; write one, as in "5s", or the number without quotes for seconds';
  return 'accepted are "500ms", "5s", "5m", "2h", "7d" or a number of seconds, up to 24 days';
}

/**
 * A duration with a default, which ends the description: a schema of what is written cannot say what a transform makes of
 * nothing.
 *
 * @param fallback as in a config: `"5m"`
 */
export const durationOr = (fallback: string, description: string, leastMs: 0 | 1 = 0) =>
  duration(leastMs)
    .default(duration(leastMs).parse(fallback))
    .meta({ description: `${description}; default: "${fallback}"` });

function toMs(value: string | number): number {
  if (typeof value === 'number') return Math.round(value * 1000);
  const unit = /[a-z]+$/.exec(value)?.[0] ?? 's';
  return Math.round(Number.parseFloat(value) * (unitMs[unit] ?? 1000));
}
