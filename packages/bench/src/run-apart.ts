import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Measured, RunOptions } from './benchmark.ts';

export interface ToBenchmark extends Pick<RunOptions, 'rounds' | 'size'> {
  readonly name: string;
}

export type FromBenchmark =
  | { readonly kind: 'progress'; readonly line: string }
  | { readonly kind: 'measured'; readonly measured: Measured };

export interface RunApartOptions extends RunOptions {
  /** For Node, as for every process that the benchmark starts. @default those of this process */
  readonly execArgv?: readonly string[];
}

/** Runs one benchmark in a process of its own. @throws Error it ended without figures; what was wrong is on standard error */
export async function runApart(
  name: string,
  { rounds, size, say, execArgv = process.execArgv }: RunApartOptions,
): Promise<Measured> {
  const asked: ToBenchmark = { name, rounds, size };
  const script = new URL('./benchmark-process.ts', import.meta.url);
  const child = fork(script, [JSON.stringify(asked)], { execArgv: [...execArgv] });
  let measured: Measured | undefined;
  child.on('message', (message: FromBenchmark) => {
    if (message.kind === 'progress') say(message.line);
    else measured = message.measured;
  });
  const [status] = await once(child, 'exit');
  if (!measured) throw new Error(`The benchmark ${name} ended with ${status} and without figures.`);
  return measured;
}
