import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { ItsmError } from '@itsm-bridge/core';

/** @throws ItsmError kind `ledger`: the data cannot be read. */
export async function openPglite(dataDir: string): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite');
  if (!existsSync(dataDir)) await createWhole(PGlite, dataDir);
  try {
    return await PGlite.create({ dataDir });
  } catch (cause) {
    const version = (await readFile(join(dataDir, 'PG_VERSION'), 'utf8').catch(() => '')).trim() || 'unknown';
    throw new ItsmError(
      'ledger',
      `The embedded database in ${dataDir} does not open: it is damaged, or of another version (it says PostgreSQL ${version}). Restore it from a copy, open it with the version that wrote it, or move it away to begin anew.`,
      { cause },
    );
  }
}

/** Under another name first: a process that is killed half-way must not leave half a database behind. */
async function createWhole(Database: typeof PGlite, dataDir: string): Promise<void> {
  const unfinished = `${dataDir}.new`;
  await rm(unfinished, { recursive: true, force: true });
  const db = await Database.create({ dataDir: unfinished });
  await db.close();
  await rename(unfinished, dataDir);
}
