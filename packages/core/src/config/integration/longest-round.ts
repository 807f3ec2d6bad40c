import type { DeliveryPolicy, Transport } from '../../contracts.ts';
import { longestTollMs } from '../../lane/toll.ts';

/** The longest a claim can go without renewal: one wait that the platform asked for, then sign-in, look-up and send, each after its place in the lane. */
export function longestRoundMs(
  policy: Pick<DeliveryPolicy, 'retryAfterCapMs'>,
  transport: Pick<Transport, 'connectTimeoutMs' | 'readTimeoutMs'>,
): number {
  return (
    policy.retryAfterCapMs +
    3 * (longestTollMs(policy.retryAfterCapMs) + transport.connectTimeoutMs + transport.readTimeoutMs)
  );
}
