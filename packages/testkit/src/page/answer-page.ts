import { emptyReply, type Reply } from '../simulator/reply.ts';
import { isLoopbackHost } from './is-loopback-host.ts';
import { pageAsset } from './page-asset.ts';
import { missingPage, pageReply } from './page-reply.ts';
import type { Ticket, TicketSource } from './ticket.ts';
import { type ListedTicket, ticketList } from './ticket-list.ts';
import { ticketView } from './ticket-view.ts';

export interface PageRequest {
  readonly method: string;
  /** Percent-encoded, without a query. */
  readonly path: string;
  readonly host: string | undefined;
}

const owner = 'itsm sandbox';

/** All of the sandbox's page: the list, a ticket, a file of it. It only reads. */
export function answerPage(request: PageRequest, sources: readonly TicketSource[], hint: string): Reply {
  const { method, path, host } = request;
  if (!isLoopbackHost(host)) return emptyReply(421);
  if (method !== 'GET' && method !== 'HEAD') return emptyReply(405, { allow: 'GET, HEAD' });
  if (path === '/') return listPage(sources, hint);
  const asset = pageAsset(path);
  if (asset) return asset;
  const [, platform = '', id = '', files, fileId = ''] = path.split('/').map(decoded);
  const ticket = sources.find(source => source.platform.toLowerCase() === platform)?.find(id);
  if (!ticket) return missingPage(owner, '/');
  if (files === undefined) return detailPage(ticket, platform);
  const file = files === 'files' ? ticket.files.find(each => each.id === fileId) : undefined;
  if (!file) return missingPage(owner, '/');
  const name = encodeURIComponent(file.name).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16)}`);
  return {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
    body: file.bytes,
  };
}

function listPage(sources: readonly TicketSource[], hint: string): Reply {
  // Equally old ones: the one that was made later comes first.
  const tickets = sources
    .flatMap(({ platform, list }) =>
      list().map((line): ListedTicket => ({ ...line, platform, href: hrefOf(platform, line.id) })),
    )
    .toReversed()
    .toSorted((a, b) => b.createdMs - a.createdMs);
  const summary = tickets.length === 1 ? '1 ticket' : `${tickets.length} tickets`;
  return pageReply({ title: 'Tickets', owner, summary, main: ticketList(tickets, hint) });
}

function detailPage(ticket: Ticket, platform: string): Reply {
  const own = hrefOf(platform, ticket.id);
  const main = ticketView(ticket, ({ id }) => `${own}/files/${encodeURIComponent(id)}`);
  return pageReply({
    title: `${ticket.number} ${ticket.title}`,
    owner,
    home: '/',
    summary: `${ticket.number}: ${ticket.status}`,
    main,
  });
}

const hrefOf = (platform: string, id: string): string => `/${platform.toLowerCase()}/${encodeURIComponent(id)}`;

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
