import type { DataSource } from 'typeorm';
import { migrationNames } from './all-migrations.ts';

/** What has not run yet, in order; found without a lock, so that an opening waits for nobody where there is nothing to do. */
export async function pendingMigrations(dataSource: DataSource, schema: string): Promise<readonly string[]> {
  const names = migrationNames(schema);
  const [found]: readonly { readonly table: string | null }[] = await dataSource.query(
    'select to_regclass($1)::text as table',
    [`"${schema}".migrations`],
  );
  if (!found?.table) return names;
  const rows: readonly { readonly name: string }[] = await dataSource.query(`select name from "${schema}".migrations`);
  const ran = new Set(rows.map(({ name }) => name));
  return names.filter(name => !ran.has(name));
}
