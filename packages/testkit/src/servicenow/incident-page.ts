import { pageAsset } from '../page/page-asset.ts';
import { platformPage } from '../page/platform-page.ts';
import type { TicketSource } from '../page/ticket.ts';
import type { RecordedRequest } from '../simulator/recorded-request.ts';
import type { Reply } from '../simulator/reply.ts';

/** `/nav_to.do?uri=incident.do?sys_id=…`: the link a person follows. Undefined for what is no page. */
export function incidentPage(
  tickets: TicketSource,
  request: RecordedRequest,
  overview: string | undefined,
): Reply | undefined {
  if (request.method !== 'GET') return undefined;
  if (request.path !== '/nav_to.do') return pageAsset(request.path);
  const sysId = /^\/?incident\.do\?sys_id=([0-9a-f]{32})/.exec(request.query.uri ?? '')?.[1] ?? '';
  return platformPage(tickets, sysId, request, overview);
}
