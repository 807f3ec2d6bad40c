import type { Store } from '../store.ts';
import { glideTime } from './glide-time.ts';
import type { Row } from './row.ts';

/** Stores a changed record: only the columns of `values` move, then the platform's own rules run. */
export function updateRow(store: Store, tableName: string, before: Row, values: Row, by: string, nowMs: number): Row {
  const row: Row = {
    ...before,
    ...values,
    sys_updated_on: glideTime(nowMs),
    sys_updated_by: by,
    sys_mod_count: String(Number(before.sys_mod_count) + 1),
  };
  const ruled = store.schema.find(tableName)?.rules?.(row, before, 0) ?? row;
  store.put(tableName, ruled);
  return ruled;
}
