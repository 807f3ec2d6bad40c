import type { DeliveryPolicy, Transport } from '../../contracts.ts';

/** The longest a claim can go without renewal: one wait that the platform asked for, then sign-in, look-up and send. */
export function longestRoundMs(
  policy: Pick<DeliveryPolicy, 'retryAfterCapMs'>,
  transport: Pick<Transport, 'connectTimeoutMs' | 'readTimeoutMs'>,
): number {
  return policy.retryAfterCapMs + 3 * (transport.connectTimeoutMs + transport.readTimeoutMs);
}
