import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Files in a folder of our own. */
export interface SpoolFolder {
  /** Durable once it resolves; a file of that name is replaced. @returns its path */
  write(name: string, text: string): Promise<string>;
  /** Paths of all that waits, by their names; none where there is no folder. */
  list(): Promise<readonly string[]>;
  /** Undefined where it is gone. */
  read(path: string): Promise<string | undefined>;
  /** To another name in the folder. @returns the new path; undefined where it is gone */
  move(path: string, name: string): Promise<string | undefined>;
  remove(path: string): Promise<void>;
}

/**
 * A name that any job id fits into, and that is the same each time. One for each integration: two processes that spool the
 * same job for different ones need not know of each other.
 */
export const spoolName = (environment: string, integration: string, jobId: string): string =>
  `${createHash('sha256')
    .update(JSON.stringify([environment, integration, jobId]))
    .digest('hex')
    .slice(0, 32)}.json`;

const waits = /\.(json|taken)$/;

/** The only place where core writes files. They hold analyses: nobody but their owner may read them. */
export function spoolFolder(dir: string): SpoolFolder {
  return {
    async write(name, text) {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const path = join(dir, name);
      const draft = join(dir, `.${name}.${randomUUID()}`);
      try {
        await synced(draft, async file => file.writeFile(text), 'wx');
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await synced(dir);
      return path;
    },
    async list() {
      const names = (await unlessGone(readdir(dir))) ?? [];
      return names
        .filter(name => waits.test(name))
        .sort()
        .map(name => join(dir, name));
    },
    read: path => unlessGone(readFile(path, 'utf8')),
    async move(path, name) {
      const target = join(dir, name);
      const moved = await unlessGone(rename(path, target).then(() => target));
      if (moved !== undefined) await synced(dir);
      return moved;
    },
    async remove(path) {
      await rm(path, { force: true });
      await synced(dir);
    },
  };
}

type Handle = Awaited<ReturnType<typeof open>>;

/** The entry of a file in its folder is as durable as its content only when both are written through. */
async function synced(path: string, write: (file: Handle) => Promise<void> = async () => {}, flags = 'r') {
  const file = await open(path, flags, 0o600);
  try {
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function unlessGone<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
