import type { RecordedRequest } from '../simulator/recorded-request.ts';
import type { Reply } from '../simulator/reply.ts';
import { missingTicketPage, ticketPage } from '../simulator/ticket-page.ts';
import { displayValue } from './row/display-value.ts';
import type { Store } from './store.ts';

const platform = 'Simulated ServiceNow';

/** `/nav_to.do?uri=incident.do?sys_id=…`: the link a person follows. Open without signing in, it is loopback only. */
export function incidentPage(store: Store, request: RecordedRequest): Reply {
  const sysId = /^\/?incident\.do\?sys_id=([0-9a-f]{32})/.exec(request.query.uri ?? '')?.[1] ?? '';
  const row = store.find('incident', sysId);
  if (!row) return missingTicketPage(platform);
  return ticketPage({
    platform,
    number: row.number ?? '',
    title: row.short_description ?? '',
    priority: displayValue(store, store.schema.find('incident')?.columns.priority, row.priority ?? ''),
    body: row.description ?? '',
  });
}
