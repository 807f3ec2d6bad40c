import type { RecordedRequest } from '../simulator/recorded-request.ts';
import { emptyReply, type Reply } from '../simulator/reply.ts';
import { isLoopbackHost } from './is-loopback-host.ts';
import { missingPage, pageReply } from './page-reply.ts';
import type { TicketSource } from './ticket.ts';
import { ticketView } from './ticket-view.ts';

/** What a person sees who follows a ticket's link. Open without signing in: it is for this machine only. */
export function platformPage(
  { platform, find }: TicketSource,
  id: string,
  { headers }: RecordedRequest,
  overview: string | undefined,
): Reply {
  if (!isLoopbackHost(headers.host)) return emptyReply(421);
  const owner = `Simulated ${platform}`;
  const ticket = find(id);
  if (!ticket) return missingPage(owner, overview);
  const { number, title, status } = ticket;
  const main = ticketView(ticket, ({ href }) => href);
  return pageReply({ title: `${number} ${title}`, owner, home: overview, summary: `${number}: ${status}`, main });
}
