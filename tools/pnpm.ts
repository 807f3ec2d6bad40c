import { execFileSync } from 'node:child_process';

/** Runs the pnpm that runs this script, or pnpm 10 where none does, and gives what it printed. */
export function pnpm(args: readonly string[], cwd: string): string {
  const own = process.env.npm_execpath;
  const [command, first]: readonly [string, readonly string[]] = own?.includes('pnpm')
    ? [process.execPath, [own]]
    : ['npx', ['-y', 'pnpm@10']];
  return execFileSync(command, [...first, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
