import type { Row } from '../row/row.ts';
import { type PriorityMatrix, priorityOf } from './priority.ts';
import type { StateModel } from './state-model.ts';

/**
 * Number, priority where it is looked up, the older column that follows state (or leads it, when only it was changed),
 * and what a state brings with it: a resolved task stays active until it is closed or canceled.
 */
export const taskRules =
  (model: StateModel, matrix?: PriorityMatrix) =>
  (row: Row, before: Row | undefined, sequence: number): Row => {
    const { mirror, prefix, initial } = model;
    const stateMoved = row.state !== (before?.state ?? initial);
    const state = (mirror && !stateMoved ? row[mirror] : row.state) ?? initial;
    const number = before?.number ?? `${prefix}${String(10_000 + sequence).padStart(7, '0')}`;
    return {
      ...row,
      number,
      task_effective_number: number,
      ...(model.looksUpPriority ? { priority: priorityOf(row.impact, row.urgency, matrix) } : {}),
      state,
      ...(mirror ? { [mirror]: state } : {}),
      ...known(stateTimes(model, { ...row, state }, before), row),
      opened_at: row.opened_at || (row.sys_created_on ?? ''),
    };
  };

const isDone = ({ resolved = [], closed }: StateModel, row: Row | undefined): boolean =>
  [...resolved, ...closed].includes(row?.state ?? '');

/** Coming back from done empties the times and counts. */
function stateTimes(model: StateModel, row: Row, before: Row | undefined): Row {
  const now = row.sys_updated_on ?? '';
  if (!isDone(model, row)) {
    if (!isDone(model, before)) return {};
    const count = `${Number(row.reopen_count) + 1}`;
    return {
      active: 'true',
      resolved_at: '',
      closed_at: '',
      reopened_time: now,
      reopened_at: now,
      reopen_count: count,
    };
  }
  const closed = model.closed.includes(row.state ?? '');
  return {
    active: `${!closed}`,
    resolved_at: model.canceled?.includes(row.state ?? '') ? '' : row.resolved_at || now,
    closed_at: closed ? row.closed_at || now : '',
  };
}

/** Not every task has a time of its resolution, or counts. */
const known = (values: Row, row: Row): Row =>
  Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(row, name)));
