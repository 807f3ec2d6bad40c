import { journalContent } from '../page/journal-content.ts';
import { textContent } from '../page/text-content.ts';
import type { Ticket, TicketEntry, TicketLine, TicketSource } from '../page/ticket.ts';
import { readAttachments } from './attachments/attached-file.ts';
import { displayValue } from './row/display-value.ts';
import type { Row } from './row/row.ts';
import type { Store } from './store.ts';

/** What of an incident stands beside its state and priority. */
const facts = {
  assignment_group: 'Assignment group',
  caller_id: 'Caller',
  category: 'Category',
  impact: 'Impact',
  urgency: 'Urgency',
  cmdb_ci: 'Configuration item',
  correlation_id: 'Correlation ID',
  correlation_display: 'Correlation display',
  close_code: 'Resolution code',
  close_notes: 'Resolution notes',
} as const;

/** The incidents of an instance as a person sees them: labels and names, where the record has values and ids. */
export const incidentTickets = (store: Store, url: string): TicketSource => ({
  platform: 'ServiceNow',
  list: () => store.rows('incident').map(row => lineOf(store, row)),
  find: id => {
    const row = store.find('incident', id);
    return row && ticketOf(store, row, url);
  },
});

const shown = (store: Store, row: Row, name: string): string =>
  displayValue(store, store.schema.find('incident')?.columns[name], row[name] ?? '');

const lineOf = (store: Store, row: Row): TicketLine => ({
  id: row.sys_id ?? '',
  number: row.number ?? '',
  title: row.short_description ?? '',
  status: shown(store, row, 'state'),
  priority: shown(store, row, 'priority'),
  createdMs: unixMs(row.sys_created_on),
});

const ticketOf = (store: Store, row: Row, url: string): Ticket => ({
  ...lineOf(store, row),
  url: `${url}/nav_to.do?uri=${encodeURIComponent(`incident.do?sys_id=${row.sys_id}`)}`,
  facts: Object.entries(facts).map(([name, label]) => ({ label, value: shown(store, row, name) })),
  description: textContent(row.description ?? ''),
  entries: (store.having('sys_journal_field', 'element_id', row.sys_id ?? '') ?? []).map(entryOf),
  files: readAttachments(store, row.sys_id ?? '').map(({ sysId, ...file }) => ({
    id: sysId,
    ...file,
    href: `${url}/api/now/attachment/${sysId}/file`,
  })),
  links: [],
});

const entryOf = ({ element, value = '', sys_created_on: at }: Row): TicketEntry => ({
  kind: element === 'comments' ? 'Comment' : 'Work note',
  atMs: unixMs(at),
  content: journalContent(value),
});

const unixMs = (glideTime = ''): number => Date.parse(`${glideTime.replace(' ', 'T')}Z`);
