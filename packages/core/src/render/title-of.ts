import type { Analysis } from '../analysis.ts';

/** The ticket's title: the job's, on one line. */
export function titleOf({ job }: Analysis): string {
  return job.title.replace(/\s+/g, ' ').trim();
}
