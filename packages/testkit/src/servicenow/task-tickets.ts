import { journalContent, textContent } from '@itsm-bridge/ticket-view';
import type { Ticket, TicketEntry, TicketLine, TicketSource } from '../page/ticket.ts';
import { readAttachments } from './attachments/attached-file.ts';
import type { Row } from './row/row.ts';
import type { Table } from './schema/table.ts';
import type { Store } from './store.ts';
import { shownValue, taskFacts } from './task-facts.ts';

/** The tasks of an instance, of whatever table, as a person sees them: labels and names where the record has values and ids. */
export const taskTickets = (store: Store, url: string): TicketSource => ({
  platform: 'ServiceNow',
  // Each table keeps its own in order.
  list: () =>
    store
      .rows('task')
      .map(row => lineOf(store, tableOf(store, row), row))
      .toSorted((a, b) => a.createdMs - b.createdMs),
  find: id => {
    const row = store.find('task', id);
    return row && ticketOf(store, tableOf(store, row), row, url);
  },
});

function tableOf({ schema }: Store, row: Row): Table {
  const table = schema.find(row.sys_class_name ?? '') ?? schema.find('task');
  if (!table) throw new TypeError('An instance has the table task.');
  return table;
}

const lineOf = (store: Store, table: Table, row: Row): TicketLine => ({
  id: row.sys_id ?? '',
  type: table.label,
  number: row.number ?? '',
  title: row.short_description ?? '',
  status: shownValue(store, table.columns.state, row.state ?? ''),
  priority: shownValue(store, table.columns.priority, row.priority ?? ''),
  createdMs: unixMs(row.sys_created_on),
});

const ticketOf = (store: Store, table: Table, row: Row, url: string): Ticket => ({
  ...lineOf(store, table, row),
  url: `${url}/nav_to.do?uri=${encodeURIComponent(`${table.name}.do?sys_id=${row.sys_id}`)}`,
  facts: [{ label: 'Table', value: `${table.label} (${table.name})` }, ...taskFacts(store, table, row)],
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
