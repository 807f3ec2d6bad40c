import type { Store } from '../store.ts';
import { glideTime } from './glide-time.ts';
import type { Row } from './row.ts';

/** Stores a new record: initial values, then `values`, then what the platform decides by itself. */
export function insertRow(store: Store, tableName: string, values: Row, by: string, nowMs: number): Row {
  const table = store.schema.find(tableName);
  const { sysId, sequence } = store.next(tableName);
  const time = glideTime(nowMs);
  const row: Row = {
    ...table?.initial,
    ...values,
    sys_id: values.sys_id || sysId,
    sys_created_on: time,
    sys_created_by: by,
    sys_updated_on: time,
    sys_updated_by: by,
    sys_mod_count: '0',
  };
  const ruled = table?.rules?.(row, undefined, sequence) ?? row;
  store.put(tableName, ruled);
  return ruled;
}
