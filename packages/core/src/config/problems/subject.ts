import type { z } from 'zod';
import type { Path } from './problem.ts';

/** What is being parsed. */
export interface Subject {
  /** Where it stands in the config. */
  readonly path: Path;
  /** As it was before it was parsed. */
  readonly value: unknown;
  readonly schema: z.core.$ZodType;
  /** Members that are accepted beside those of the schema. */
  readonly otherMembers: readonly string[];
  /** See `Resolved`. */
  readonly printable: ReadonlyMap<string, string>;
}
