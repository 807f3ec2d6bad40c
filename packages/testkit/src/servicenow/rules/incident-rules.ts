import type { Row } from '../row/row.ts';
import { priorityOf } from './priority.ts';

/**
 * Number, computed priority, the older incident_state that follows state (or leads it, when only it was changed), and
 * what a state brings with it: a resolved incident stays active until it is closed or canceled.
 */
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
    ...stateTimes({ ...row, state }, before),
    opened_at: row.opened_at || (row.sys_created_on ?? ''),
  };
}

const done = (row: Row | undefined): boolean => ['6', '7', '8'].includes(row?.state ?? '');

/** Coming back from done empties the times and counts. */
function stateTimes(row: Row, before: Row | undefined): Row {
  const now = row.sys_updated_on ?? '';
  if (!done(row)) {
    if (!done(before)) return {};
    const count = `${Number(row.reopen_count) + 1}`;
    return { active: 'true', resolved_at: '', closed_at: '', reopened_time: now, reopen_count: count };
  }
  const closed = row.state !== '6';
  return {
    active: `${!closed}`,
    resolved_at: row.state === '8' ? '' : row.resolved_at || now,
    closed_at: closed ? row.closed_at || now : '',
  };
}
