import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Figure, RunOptions } from './benchmark.ts';

export type FromBenchmark =
  | { readonly kind: 'progress'; readonly line: string }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] };

/** Runs one benchmark in a process of its own. @throws Error it ended without figures; what was wrong is on standard error */
export async function runApart(name: string, { rounds, say }: RunOptions): Promise<readonly Figure[]> {
  const child = fork(new URL('./benchmark-process.ts', import.meta.url), [name, String(rounds)]);
  let figures: readonly Figure[] | undefined;
  child.on('message', (message: FromBenchmark) => {
    if (message.kind === 'progress') say(message.line);
    else figures = message.figures;
  });
  const [status] = await once(child, 'exit');
  if (!figures) throw new Error(`The benchmark ${name} ended with ${status} and without figures.`);
  return figures;
}
