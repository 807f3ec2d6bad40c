import type { z } from 'zod';
import { type Analysis, analysisSchema } from './analysis.ts';
import { explainError } from './config/problems/explain-error.ts';
import { nearest } from './config/problems/nearest.ts';
import { pathText } from './config/problems/path-text.ts';
import type { Path, Problem } from './config/problems/problem.ts';
import { valueAt } from './config/secrets/value-at.ts';
import type { GivenProblem } from './given-problem.ts';
import { givenProblemText } from './given-problem-text.ts';
import { ItsmError } from './itsm-error.ts';
import { sizeProblem } from './size-problem.ts';

/** Where an analysis came from. */
export interface AnalysisPlace {
  /** For messages. */
  readonly file: string;
  /** Of a member, both from 1; of one that is missing, of what is around it. */
  placeOf?(path: Path): { readonly line: number; readonly column: number };
}

/**
 * An analysis from a value, members that are not listed kept.
 *
 * @param place where it came from, for the message: `analyses.jsonl:3`.
 * @throws ItsmError kind `input`: every problem with its place and path, what was found and what is accepted; also as `problems`.
 */
export function parseAnalysis(value: unknown, place: string | AnalysisPlace = 'analysis'): Analysis {
  const { file, placeOf } = typeof place === 'string' ? { file: place } : place;
  const tooMuch = sizeProblem(value);
  if (tooMuch !== undefined) {
    const problem: GivenProblem = { file, message: `${tooMuch}.` };
    throw new ItsmError('input', givenProblemText(problem), { problems: [problem] });
  }
  const parsed = analysisSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = problemsIn(parsed.error, value).map(
    ({ path, text }): GivenProblem => ({
      ...{ file, ...placeOf?.(path) },
      ...(path.length > 0 ? { path: pathText(path) } : {}),
      message: text,
    }),
  );
  throw new ItsmError('input', problems.map(givenProblemText).join('\n'), { problems });
}

function problemsIn(error: z.ZodError, value: unknown): readonly Problem[] {
  if (Array.isArray(value))
    return [{ path: [], text: 'found a list; accepted is one analysis, or several one a line in a .jsonl file' }];
  return explainError(error, { schema: analysisSchema, value }).map(({ path, text }) => {
    const isMissing = path.length === 1 && valueAt(value, path) === undefined;
    return { path, text: isMissing ? `${text}${instead(String(path[0]), value)}` : text };
  });
}

/** What stands there in the place of a member that has to be there. */
function instead(name: string, value: unknown): string {
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const near = nearest(name, names);
  if (near !== undefined) return `; did you mean it by "${near}"?`;
  const isConfig = names.some(member => member === '$settings' || valueAt(value, [member, 'endpoint']) !== undefined);
  return isConfig ? '; this is a config, and an analysis is wanted' : '';
}
