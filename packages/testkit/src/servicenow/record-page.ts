import { pageAsset } from '../page/page-asset.ts';
import { platformPage } from '../page/platform-page.ts';
import type { TicketSource } from '../page/ticket.ts';
import type { RecordedRequest } from '../simulator/recorded-request.ts';
import type { Reply } from '../simulator/reply.ts';
import type { Store } from './store.ts';

/**
 * `/nav_to.do?uri=TABLE.do?sys_id=…`: the link a person follows, through the record's own table or one above it.
 * Undefined for what is no page.
 */
export function recordPage(
  store: Store,
  tickets: TicketSource,
  request: RecordedRequest,
  overview: string | undefined,
): Reply | undefined {
  if (request.method !== 'GET') return undefined;
  if (request.path !== '/nav_to.do') return pageAsset(request.path);
  const [, table = '', sysId = ''] = /^\/?(\w+)\.do\?sys_id=([0-9a-f]{32})/.exec(request.query.uri ?? '') ?? [];
  return platformPage(tickets, store.find(table, sysId) ? sysId : '', request, overview);
}
