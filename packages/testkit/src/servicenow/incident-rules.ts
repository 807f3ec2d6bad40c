import { priorityOf } from './priority.ts';
import type { Row } from './row.ts';

/** Number, computed priority, and the older incident_state that follows state (or leads it, when only it was changed). */
export function incidentRules(row: Row, before: Row | undefined, sequence: number): Row {
  const stateMoved = row.state !== (before?.state ?? '1');
  const state = (stateMoved ? row.state : row.incident_state) ?? '1';
  const number = before?.number ?? `INC${String(10_000 + sequence).padStart(7, '0')}`;
  return {
    ...row,
    number,
    task_effective_number: number,
    priority: priorityOf(row.impact, row.urgency),
    state,
    incident_state: state,
    opened_at: row.opened_at || (row.sys_created_on ?? ''),
  };
}
