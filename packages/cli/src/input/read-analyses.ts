import { isDeepStrictEqual } from 'node:util';
import { type Analysis, type GivenProblem, ItsmError, parseAnalysis } from '@itsm-bridge/core';
import type { Io } from '../io.ts';
import { inputError } from './input-error.ts';
import { type Document, parseDocuments } from './parse-documents.ts';
import { readInput } from './read-input.ts';

/**
 * Every analysis of the named files, in order: `.json` holds one, `.jsonl` one a line, `-` is standard input (either).
 * All of them are read and checked before the first is returned.
 *
 * @throws ItsmError kind `input`: every problem of every file, each with its place.
 */
export async function readAnalyses(files: readonly string[], io: Io): Promise<readonly Analysis[]> {
  const analyses: Analysis[] = [];
  const problems: GivenProblem[] = [];
  const known = new Map<string, Known>();
  const collect = <Result>(step: () => Result): Result | undefined => {
    try {
      return step();
    } catch (error) {
      problems.push(...problemsOf(error));
      return undefined;
    }
  };
  for (const file of files) {
    const content = await readInput(file, io).catch((error: unknown) => {
      problems.push(...problemsOf(error));
    });
    if (content === undefined) continue;
    const parsed = parseDocuments(file === '-' ? 'standard input' : file, content);
    problems.push(...parsed.problems);
    for (const document of parsed.documents) {
      const analysis = collect(() => onlyOne(parseAnalysis(document.value, document.at), document, known));
      if (analysis) analyses.push(analysis);
    }
  }
  if (problems.length > 0) throw inputError(problems);
  return analyses;
}

interface Known {
  readonly analysis: Analysis;
  readonly place: string;
}

/** One job is one ticket: the second of two analyses of a job would be dropped without a word. The same one twice is harmless. */
function onlyOne(analysis: Analysis, { place, at }: Document, known: Map<string, Known>): Analysis {
  const { id } = analysis.job;
  const before = known.get(id);
  if (before && !isDeepStrictEqual(before.analysis, analysis)) {
    const message = `"${id}" stands in ${before.place} with other content; one job is one ticket.`;
    throw inputError([{ file: at.file, ...at.placeOf(['job', 'id']), path: 'job.id', message }]);
  }
  known.set(id, { analysis, place });
  return analysis;
}

function problemsOf(error: unknown): readonly GivenProblem[] {
  if (ItsmError.is(error)) return error.problems;
  throw error;
}
