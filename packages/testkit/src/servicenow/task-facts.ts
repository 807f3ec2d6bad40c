import { displayValue } from './row/display-value.ts';
import type { Row } from './row/row.ts';
import type { Column } from './schema/column.ts';
import { labelOf } from './schema/label-of.ts';
import type { Table } from './schema/table.ts';
import type { Store } from './store.ts';

/** What a person looks for first, in this order; where the table has it, also when it is empty. */
const first: readonly string[] = [
  ...['assignment_group', 'assigned_to', 'caller_id', 'requested_by', 'affected_user', 'type', 'category'],
  ...['impact', 'urgency', 'risk', 'cmdb_ci', 'correlation_id', 'correlation_display'],
  ...['close_code', 'resolution_code', 'close_notes'],
];

/** Has a place of its own on the page, or says what something else there says already. */
const elsewhere: readonly string[] = [
  ...['number', 'task_effective_number', 'short_description', 'description', 'priority', 'active', 'opened_at'],
  ...['state', 'incident_state', 'problem_state'],
];

/** What of a task stands beside its state and priority: also every other column that is no longer as a new record has it. */
export function taskFacts(store: Store, table: Table, row: Row): readonly { label: string; value: string }[] {
  const { columns, initial } = table;
  const moved = Object.keys(columns).filter(name => !hidden(name) && (row[name] ?? '') !== initial[name]);
  const named = first.filter(name => name in columns);
  return [...new Set([...named, ...moved])].map(name => ({
    label: columns[name]?.label ?? labelOf(name),
    value: shownValue(store, columns[name], row[name] ?? ''),
  }));
}

const hidden = (name: string): boolean => name.startsWith('sys_') || elsewhere.includes(name);

/** For a person: an id that leads nowhere is not hidden, and a time says where it is one. */
export function shownValue(store: Store, column: Column | undefined, value: string): string {
  const shown = displayValue(store, column, value) || value;
  return shown && column?.type === 'glide_date_time' ? `${shown} UTC` : shown;
}
