/** One thing that is wrong with a file or a value that we were given. */
export interface GivenProblem {
  /** As the caller named it: `analyses/abc123.json`. */
  readonly file: string;
  /** Both from 1; absent where the value came without a text. Where a member is missing, of what is around it. */
  readonly line?: number;
  readonly column?: number;
  /** The member: `job.id`. Absent where the whole is wrong. */
  readonly path?: string;
  /** What was found, and what to do. */
  readonly message: string;
}
