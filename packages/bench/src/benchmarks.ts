import { backlog } from './backlog/backlog.ts';
import type { Benchmark } from './benchmark.ts';
import { markdown } from './markdown/markdown.ts';
import { pipeline } from './pipeline/pipeline.ts';
import { queue } from './queue/queue.ts';
import { start } from './start/start.ts';
import { workers } from './workers/workers.ts';

/** By the name that `--only` takes, in the order in which they run. */
export const benchmarks: Readonly<Record<string, Benchmark>> = { pipeline, markdown, start, queue, workers, backlog };
