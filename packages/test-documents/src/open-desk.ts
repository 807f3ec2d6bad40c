import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bash, openBash } from './open-bash.ts';
import { root } from './pages.ts';
import { serveItsm } from './serve-itsm.ts';

/** Where a reader sits: an empty folder, a shell, and the command. */
export interface Desk extends AsyncDisposable {
  readonly folder: string;
  readonly bash: Bash;
}

/** `npx pnpm@10 itsm …`, as the repository's own pages have it, from there. */
const npx = `#!/usr/bin/env bash
[ "$1" = pnpm@10 ] && shift
[ "$1" = -s ] && shift
case "$1" in
  itsm) exec "$@" ;;
  exec) shift; exec "$@" ;;
  *) echo "npx pnpm@10 $*: say in elsewhere.ts where it is run" >&2; exit 70 ;;
esac
`;

/** @param database For `DATABASE_URL`; without one the ledger is embedded in the folder. */
export async function openDesk(database: string | undefined): Promise<Desk> {
  const room = await mkdtemp(join(tmpdir(), 'itsm-page-'));
  const [folder, bin] = [join(room, 'folder'), join(room, 'bin')];
  await Promise.all([mkdir(folder), mkdir(bin)]);
  await symlink(join(root, 'examples'), join(folder, 'examples'));
  await writeFile(join(bin, 'npx'), npx);
  await chmod(join(bin, 'npx'), 0o755);
  const command = await serveItsm(bin);
  const { DATABASE_URL: _, ...env } = process.env;
  const bash = openBash(folder, room, {
    ...{
      ...env,
      HOME: room,
      USER: 'ada',
      NO_COLOR: '1',
      GIVEN: join(import.meta.dirname, '../given'),
      PATH: `${bin}:${env.PATH}`,
    },
    ...(database === undefined ? {} : { DATABASE_URL: database }),
  });
  return {
    folder,
    bash,
    async [Symbol.asyncDispose]() {
      await bash[Symbol.asyncDispose]();
      await command[Symbol.asyncDispose]();
      await rm(room, { recursive: true, force: true });
    },
  };
}
