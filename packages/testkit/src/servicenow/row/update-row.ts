import type { Store } from '../store.ts';
import { glideTime } from './glide-time.ts';
import type { Row } from './row.ts';

/**
 * Stores a changed record: only the columns of `values` move, then the platform's own rules run. A record that was
 * reached through a table above its own stays in its own.
 */
export function updateRow(store: Store, tableName: string, before: Row, values: Row, by: string, nowMs: number): Row {
  const row: Row = {
    ...before,
    ...values,
    sys_updated_on: glideTime(nowMs),
    sys_updated_by: by,
    sys_mod_count: String(Number(before.sys_mod_count) + 1),
  };
  const ofClass = before.sys_class_name || tableName;
  const ruled = store.schema.find(ofClass)?.rules?.(row, before, 0) ?? row;
  store.put(ofClass, ruled);
  return ruled;
}
