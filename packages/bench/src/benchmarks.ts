import type { Benchmark } from './benchmark.ts';

export interface Listed {
  /** For the help. */
  readonly about: string;
  load(): Promise<Benchmark>;
}

/** By the name that `--only` takes, in the order in which they run. */
export const benchmarks: Readonly<Record<string, Listed>> = {
  pipeline: {
    about: 'CPU of a ticket, from the analysis to the answer: beside jira.js and a bare POST',
    load: async () => (await import('./pipeline/pipeline.ts')).pipeline,
  },
  markdown: {
    about: 'Markdown to ADF, text to document: beside marklassian',
    load: async () => (await import('./markdown/markdown.ts')).markdown,
  },
  start: {
    about: 'wall time of a start, as a user has it: the command, and the import of core, beside an empty script',
    load: async () => (await import('./start/start.ts')).start,
  },
  queue: {
    about: 'deliveries a second through queue and ledger: beside a loop by hand over pg and undici',
    load: async () => (await import('./queue/queue.ts')).queue,
  },
  workers: {
    about: 'deliveries a second of two, four and eight workers beside one, on a platform that takes 200 ms',
    load: async () => (await import('./workers/workers.ts')).workers,
  },
  backlog: {
    about: 'CPU of a delivery with 100,000 waiting beside 1,000, and the memory of a worker that drains them',
    load: async () => (await import('./backlog/backlog.ts')).backlog,
  },
};
