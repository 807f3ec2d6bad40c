import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Debian's and Red Hat's folders for several versions side by side. */
const roots = ['/usr/lib/postgresql', '/usr/pgsql'] as const;
const needed = ['initdb', 'postgres', 'pg_dump', 'pg_restore'] as const;

/**
 * The newest PostgreSQL that this machine has with its own `pg_dump` (which refuses a server that is newer than itself, and
 * is not in the package that the tests run otherwise): the folder above its `bin`. Undefined where there is none.
 */
export async function installedPostgres(): Promise<string | undefined> {
  const folders = await Promise.all(
    roots.map(async root => (await readdir(root).catch(() => [])).map(version => join(root, version))),
  );
  const byVersion = folders.flat().sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  for (const folder of byVersion) {
    const all = needed.map(name => access(join(folder, 'bin', name)));
    if ((await Promise.allSettled(all)).every(({ status }) => status === 'fulfilled')) return folder;
  }
  return undefined;
}
