import type { GivenProblem } from './given-problem.ts';

/** `jobs.jsonl:3:8: job.id: is missing…` */
export function givenProblemText({ file, line, column, path, message }: GivenProblem): string {
  const at = [file, line, column].filter(part => part !== undefined).join(':');
  return path === undefined ? `${at}: ${message}` : `${at}: ${path}: ${message}`;
}
