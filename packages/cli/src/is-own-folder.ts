import { lstatSync, mkdirSync } from 'node:fs';

/**
 * Whether code may be taken from the folder, which is made where there is none: only this user may have written into it.
 * Root with somebody else's home must not run what they put there.
 */
export function isOwnFolder(folder: string, uid: number | undefined = process.getuid?.()): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    // Windows has neither, and a folder of each user.
    return found.isDirectory() && (uid === undefined || (found.uid === uid && (found.mode & 0o022) === 0));
  } catch {
    return false;
  }
}
