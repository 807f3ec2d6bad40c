import { insertRow } from '../row/insert-row.ts';
import type { Store } from '../store.ts';
import type { ImportSet } from './import-set.ts';

/** Puts in the transform maps as the instance shows them: a map, and an entry for each column that it reads. */
export function seedMaps(store: Store, sets: Readonly<Record<string, ImportSet>>, nowMs: number): void {
  for (const [source_table, { table: target_table, fields, coalesce = [], transformMap }] of Object.entries(sets)) {
    const tables = { source_table, target_table };
    const named = { name: transformMap ?? source_table, ...tables };
    const map = insertRow(store, 'sys_transform_map', named, 'system', nowMs).sys_id ?? '';
    for (const [source_field, target_field] of Object.entries(fields)) {
      const entry = { map, ...tables, source_field, target_field, coalesce: `${coalesce.includes(source_field)}` };
      insertRow(store, 'sys_transform_entry', entry, 'system', nowMs);
    }
  }
}
