import { run } from './packages/shell.ts';

/** Runs the pnpm that runs this script, or pnpm 10 where none does. @throws Error with what it printed. */
export async function pnpm(args: readonly string[], cwd: string): Promise<void> {
  const own = process.env.npm_execpath;
  const [command, first]: readonly [string, readonly string[]] = own?.includes('pnpm')
    ? [process.execPath, [own]]
    : ['npx', ['-y', 'pnpm@10']];
  const { status, said } = await run(command, [...first, ...args], { cwd, env: process.env });
  if (status !== 0) throw new Error(`pnpm ${args.join(' ')} ended with ${status}\n${said}`);
}
