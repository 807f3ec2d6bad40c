import type { Benchmark } from './benchmark.ts';
import { markdown } from './markdown/markdown.ts';
import { pipeline } from './pipeline/pipeline.ts';
import { start } from './start/start.ts';

/** By the name that `--only` takes, in the order in which they run. */
export const benchmarks: Readonly<Record<string, Benchmark>> = { pipeline, markdown, start };
