import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { type Analysis, ItsmError, parseAnalysis } from '@itsm-bridge/core';
import type { Io } from '../io.ts';
import { parseDocuments } from './parse-documents.ts';

/**
 * Every analysis of the named files, in order: `.json` holds one, `.jsonl` one a line, `-` is standard input (either).
 * All of them are read and checked before the first is returned.
 *
 * @throws ItsmError kind `input`: every problem of every file, each with its place.
 */
export async function readAnalyses(files: readonly string[], io: Io): Promise<readonly Analysis[]> {
  const analyses: Analysis[] = [];
  const problems: string[] = [];
  const known = new Map<string, Known>();
  for (const file of files) {
    try {
      const content = file === '-' ? await text(io.stdin) : await readInput(resolve(io.cwd, file), file);
      const name = file === '-' ? 'standard input' : file;
      for (const { value, place } of parseDocuments(name, content)) {
        collect(problems, () => {
          const analysis = parseAnalysis(value, place);
          refuseOtherContent(known, analysis, place);
          analyses.push(analysis);
        });
      }
    } catch (error) {
      problems.push(messageOf(error));
    }
  }
  if (problems.length > 0) throw new ItsmError('input', problems.join('\n'));
  return analyses;
}

interface Known {
  readonly analysis: Analysis;
  readonly place: string;
}

/** One job is one ticket: the second of two analyses of a job would be dropped without a word. The same one twice is harmless. */
function refuseOtherContent(known: Map<string, Known>, analysis: Analysis, place: string): void {
  const { id } = analysis.job;
  const before = known.get(id);
  if (before && !isDeepStrictEqual(before.analysis, analysis)) {
    throw new ItsmError(
      'input',
      `${place}: job.id: "${id}" stands in ${before.place} with other content; one job is one ticket.`,
    );
  }
  known.set(id, { analysis, place });
}

function collect(problems: string[], step: () => void): void {
  try {
    step();
  } catch (error) {
    problems.push(messageOf(error));
  }
}

function messageOf(error: unknown): string {
  if (ItsmError.is(error)) return error.message;
  throw error;
}

async function readInput(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const found =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'is a folder; name its files'
          : `cannot be read (${code})`;
    throw new ItsmError('input', `${file}: ${found}.`, { cause });
  }
}
