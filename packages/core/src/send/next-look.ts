import type { DeliveryPolicy, Doubt } from '../contracts.ts';

/** While the settle window is open, a look every twenty seconds: most tickets that come late come soon. */
const betweenLooksMs = 20_000;

/** When a look is worth it again: soon, and at the latest when the window closes, since then it settles the doubt. */
export function nextLook(
  { until, answered }: Doubt,
  { settleWindowMs }: Pick<DeliveryPolicy, 'settleWindowMs'>,
  now: Date,
): Date {
  const soon = now.getTime() + betweenLooksMs;
  const closes = answered ? now.getTime() : until.getTime() + settleWindowMs;
  return new Date(closes > now.getTime() ? Math.min(soon, closes) : soon);
}
