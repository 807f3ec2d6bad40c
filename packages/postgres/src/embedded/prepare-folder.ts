import { chmod, mkdir, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ItsmError } from '@itsm-bridge/core';

/** Its absolute path: there, for its owner only, and ignored by git. @throws ItsmError kind `ledger` when it cannot be. */
export async function prepareFolder(dir: string): Promise<string> {
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await chmod(dir, 0o700);
    await writeFile(join(dir, '.gitignore'), '*\n', { flag: 'wx' }).catch(ignoreExisting);
    return await realpath(dir);
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new ItsmError(
      'ledger',
      `The folder ${dir} of the embedded database cannot be used: ${words}. Name one that you may write to, or a PostgreSQL server with --database.`,
      { cause },
    );
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
