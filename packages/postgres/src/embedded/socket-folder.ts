import { createHash } from 'node:crypto';
import { lstat, mkdir, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ItsmError } from '@itsm-bridge/core';

/** What `pg` connects to when its host is a folder and its port is the usual one. */
export const databaseSocketName = '.s.PGSQL.5432';

/** A socket's path has 104 bytes on macOS, 108 on Linux. */
const longestPath = 100;

/** The folder itself, or one under the system's temporary folder, always the same one, when its path is too long. */
export async function socketFolder(folder: string): Promise<string> {
  if (Buffer.byteLength(join(folder, databaseSocketName)) <= longestPath) return folder;
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const short = join(tmpdir(), `itsm-${process.getuid?.() ?? 0}-${hash}`);
  await mkdir(short, { recursive: true, mode: 0o700 });
  const { uid, mode } = await lstat(short);
  if (uid === process.getuid?.() && (mode & 0o077) === 0) return short;
  throw new ItsmError(
    'ledger',
    `${short} belongs to someone else or is open to others. Remove it, or use a shorter path.`,
  );
}

/** Removes a folder that `socketFolder` made, once it is empty. */
export async function clearSocketFolder(sockets: string, folder: string): Promise<void> {
  if (sockets !== folder) await rmdir(sockets).catch(() => {});
}
