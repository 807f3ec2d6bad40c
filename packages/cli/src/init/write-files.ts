import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ItsmError } from '@itsm-bridge/core';

export interface PlannedFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** What it may be read and written by; in a new file only. @default as the system makes files */
  readonly mode?: number;
  /** The text that it takes the place of. Without it the file must not be there. */
  readonly before?: string;
}

/**
 * Writes all of them or none.
 *
 * @throws ItsmError kind `config` that names the file which could not be written; what was written before is undone.
 */
export async function writeFiles(files: readonly PlannedFile[]): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  for (const { path, text, mode, before } of files) {
    try {
      const made = await mkdir(dirname(path), { recursive: true });
      if (made !== undefined) undo.push(() => removeFolders(dirname(path), made));
      await writeFile(path, text, { flag: before === undefined ? 'wx' : 'w', ...(mode === undefined ? {} : { mode }) });
      undo.push(() => (before === undefined ? rm(path) : writeFile(path, before)));
    } catch (cause) {
      for (const step of undo.reverse()) await step().catch(() => {});
      const words = cause instanceof Error ? cause.message : String(cause);
      throw new ItsmError('config', `${path} cannot be written: ${words}. Nothing was written.`, { cause });
    }
  }
}

/** From the innermost to `outermost`; one that has got something else in it stays. */
async function removeFolders(innermost: string, outermost: string): Promise<void> {
  for (let folder = innermost; folder.startsWith(outermost); folder = dirname(folder)) await rmdir(folder);
}
