import type { DeliveryPolicy } from '../contracts.ts';

const jitter = 0.2;

/**
 * Milliseconds to wait before retry number `retry` (the first is 1): base, twice base, four times base …, ±20 %, and no
 * longer than what a platform may ask for: a claim's lease has to outlast it.
 * A Retry-After is authoritative: it wins over a shorter curve, and nothing is added to it.
 */
export function backoffMs(
  retry: number,
  policy: Pick<DeliveryPolicy, 'baseMs' | 'retryAfterCapMs'>,
  retryAfterMs: number | undefined,
  random: () => number,
): number {
  const curve = policy.baseMs * 2 ** (retry - 1) * (1 - jitter + 2 * jitter * random());
  return Math.round(Math.max(Math.min(curve, policy.retryAfterCapMs), retryAfterMs ?? 0));
}
