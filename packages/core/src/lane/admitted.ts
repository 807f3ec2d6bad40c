import type { Connected } from '../connected.ts';
import type { Clock, Doubt, Lanes, Outcome } from '../contracts.ts';
import type { Sent } from '../send/create-once.ts';

export interface Admission {
  readonly clock: Pick<Clock, 'now'>;
  readonly doubt: Doubt | undefined;
  /** As in the claim. @default false */
  readonly restored?: boolean;
}

/**
 * Sends if there is room for one more ticket in this hour. Without room the delivery waits, visibly. A place that did not
 * become a ticket is given back. In doubt it has its place already: the send that left the doubt was admitted.
 * With the doubt of a backup alone it has none, and one that is found needs none.
 */
export async function admitted(
  lanes: Lanes,
  { integration: { name, policy }, lane }: Connected,
  { clock, doubt, restored = false }: Admission,
  send: () => Promise<Sent>,
): Promise<Sent> {
  const { ticketsPerHour } = policy.limits;
  if (ticketsPerHour === undefined || (doubt && !restored)) return send();
  const waitMs = await lanes.admit(lane.id, ticketsPerHour);
  if (waitMs > 0) {
    const message = `${name} is held back: the limit of ${ticketsPerHour} tickets in an hour is reached (limits.tickets_per_hour).`;
    const notBefore = new Date(clock.now().getTime() + waitMs);
    return {
      kind: 'done',
      outcome: { kind: 'pending', error: { kind: 'held', message }, notBefore, warnings: [] },
      sends: 0,
    };
  }
  const sent = await send();
  if (sent.kind === 'done' && (noTicket.has(sent.outcome.kind) || (restored && sent.outcome.kind === 'found')))
    // The ledger may be away, and what the platform answered is worth more than a place, which is free in an hour anyway.
    await lanes.giveBack(lane.id).catch(() => {});
  return sent;
}

/** After all others there is one, or there may be: what was found was sent by this run, where there was no doubt before it. */
const noTicket: ReadonlySet<Outcome['kind']> = new Set(['failed', 'pending']);
