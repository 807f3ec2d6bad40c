import type { Connected } from '../connected.ts';
import type { Delivery, TicketChange } from '../contracts.ts';
import type { FollowUp } from './follow-up.ts';

/** Somebody waits for the ticket's number: what belongs to it has this long, and one attempt each. */
const patienceMs = 30_000;

/** What belongs to the ticket of a delivery, made while the caller waits; what does not succeed at once stays due. */
export async function followAtOnce(
  followUp: FollowUp | undefined,
  delivery: Delivery,
  connected: Connected,
  followUps: readonly TicketChange[],
  signals: readonly (AbortSignal | undefined)[],
): Promise<Delivery> {
  const { ticket, key, jobId, warnings } = delivery;
  if (!followUp || !ticket || followUps.length === 0) return delivery;
  const { integration } = connected;
  const once = { ...connected, integration: { ...integration, policy: { ...integration.policy, maxRetries: 0 } } };
  const given = signals.filter(signal => signal !== undefined);
  const signal = AbortSignal.any([...given, AbortSignal.timeout(patienceMs)]);
  const followed = await followUp({ connected: once, key, jobId, ticket, followUps, signal });
  const left = followed.left.map(({ code, message }) => ({ code, message: `${message}${again}` }));
  return { ...delivery, warnings: [...warnings, ...followed.warnings, ...left] };
}

const again = ' A worker tries again, and so does the same analysis, handed in once more.';
