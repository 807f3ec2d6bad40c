import type { z } from 'zod';
import { valueAt } from '../secrets/value-at.ts';
import { explainIssue } from './explain-issue.ts';
import { pathText } from './path-text.ts';
import type { Problem } from './problem.ts';

export interface Explained {
  readonly schema: z.ZodType;
  /** As it was before it was parsed. */
  readonly value: unknown;
  /** False where a text or a number that was found may be a secret in the wrong place. @default true */
  readonly repeats?: boolean;
}

/** What is wrong with a value that was not read from a file of ours: what was found, and what is accepted. */
export function explainError(error: z.ZodError, { schema, value, repeats = true }: Explained): readonly Problem[] {
  const subject = { path: [], value, schema };
  return error.issues.flatMap(issue => {
    const path = issue.path.map(part => (typeof part === 'symbol' ? String(part) : part));
    const found = valueAt(value, path);
    const isPrintable = repeats && (typeof found === 'string' || typeof found === 'number');
    const printable = new Map(isPrintable ? [[pathText(path), `${found}`]] : []);
    return explainIssue(issue, { ...subject, otherMembers: [], printable });
  });
}
