import type { Analysis } from '../analysis.ts';
import type { Connected } from '../connected.ts';
import type { Ledger, TicketRef } from '../contracts.ts';

export interface EarlierTicket {
  readonly ticket: TicketRef;
  /** That the ticket carries. */
  readonly key: string;
  /** It was open then: what has been done since cannot have been done before. */
  readonly openAt: Date;
}

/** The newest ticket that another job's delivery of the same problem has here. */
export async function earlierTicket(
  ledger: Pick<Ledger, 'deliveries'>,
  { lane, keyOf }: Pick<Connected, 'lane' | 'keyOf'>,
  { job, fingerprint }: Analysis,
): Promise<EarlierTicket | undefined> {
  if (!fingerprint) return undefined;
  const own = keyOf(job.id);
  const others = (await ledger.deliveries({ ...lane.id, fingerprint })).filter(({ key }) => key !== own);
  const ticket = others.findLast(record => record.ticket)?.ticket;
  const sharing = others.filter(record => record.ticket && record.ticket.id === ticket?.id);
  const [first, last] = [sharing[0], sharing.at(-1)];
  return ticket && first && last && { ticket, key: first.key, openAt: last.updatedAt };
}
