import type { z } from 'zod';
import { explainIssue } from './problems/explain-issue.ts';
import { pathText } from './problems/path-text.ts';
import type { Path, Problem } from './problems/problem.ts';
import { type Resolved, resolveStrings, type SecretReading } from './secrets/resolve-strings.ts';

/**
 * How much a part must be able to do. `live`: every reference must be there. `preview`: one may be missing where the schema takes its text
 * all the same. `off`: only the shape counts.
 */
export type Use = 'live' | 'preview' | 'off';

export interface Part<Output> {
  readonly path: Path;
  readonly value: unknown;
  readonly schema: z.ZodType<Output>;
  /** Names that are accepted beside those of the schema, for suggestions. */
  readonly otherMembers: readonly string[];
}

export interface ParsedPart<Output> {
  /** Absent when something is wrong, or (`off`) when a missing reference leaves nothing to parse. */
  readonly output?: Output;
  readonly problems: readonly Problem[];
  readonly secrets: Resolved['secrets'];
}

/** Puts references in and parses: one part of the config that one schema describes. */
export async function parsePart<Output>(
  { path, value, schema, otherMembers }: Part<Output>,
  use: Use,
  reading: SecretReading,
): Promise<ParsedPart<Output>> {
  const resolved = await resolveStrings(value, { path, schema, needed: use === 'live' }, reading);
  const parsed = await schema.safeParseAsync(resolved.value);
  const subject = { path, value, schema, otherMembers, printable: resolved.printable };
  const issues = (parsed.error?.issues ?? []).flatMap(issue => explainIssue(issue, subject));
  const problems = issues.flatMap((problem): readonly Problem[] => {
    const missing = resolved.unresolved.get(pathText(problem.path));
    if (missing === undefined) return [problem];
    // What a live integration misses is among the problems already.
    return use === 'preview' ? [{ ...problem, text: missing }] : [];
  });
  return {
    ...(parsed.success ? { output: parsed.data } : {}),
    problems: [...resolved.problems, ...problems],
    secrets: resolved.secrets,
  };
}
