import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

export interface Confined {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly uid: number;
  readonly gid: number;
  /** SIGTERM once this is so, asked every tenth of a second. @default it ends by itself */
  readonly until?: () => boolean;
}

/** Every mount of a namespace of its own is read-only; then the user, without a right to get another. */
const enter = (uid: number, gid: number): string => `
mount --make-rprivate /
while read -r _ target _; do mount -o remount,bind,ro "$target" 2>/dev/null || true; done < <(tac /proc/self/mounts)
if touch ./probe 2>/dev/null || touch /tmp/probe 2>/dev/null; then echo 'The file system can be written.' >&2; exit 70; fi
exec setpriv --reuid=${uid} --regid=${gid} --clear-groups --no-new-privs --bounding-set=-all "$@"`;

/** Runs a command as a container would: as root and with `unshare` confined, else as it is, and says which. */
export async function runConfined({ command, cwd, env, uid, gid, until }: Confined) {
  const canConfine = process.getuid?.() === 0 && spawnSync('unshare', ['--mount', 'true']).status === 0;
  const [program = '', ...args] = canConfine
    ? ['unshare', '--mount', 'bash', '-c', enter(uid, gid), 'confined', ...command]
    : command;
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += String(chunk)));
  // Once: a second one would end it at once.
  const timer = setInterval(() => {
    if (!until?.()) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, 100);
  const [status] = await once(child, 'exit');
  clearInterval(timer);
  const confinement = canConfine
    ? `As user ${uid}, every mount read-only`
    : 'Left out: another user and a read-only file system need root and unshare';
  return { status: status as number | null, output, confinement };
}
