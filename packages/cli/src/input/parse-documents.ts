import { type AnalysisPlace, type GivenProblem, ItsmError, parseJsonWithPlaces } from '@itsm-bridge/core';

export interface Document {
  readonly value: unknown;
  /** For messages about the whole: `jobs.jsonl:3`. */
  readonly place: string;
  readonly at: Required<AnalysisPlace>;
}
export interface Documents {
  readonly documents: readonly Document[];
  /** Every place that is no JSON. */
  readonly problems: readonly GivenProblem[];
}

/** The JSON documents in a text: one that spans lines, or one a line. */
export function parseDocuments(file: string, content: string): Documents {
  const lines = content.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]));
  if (lines.length === 0) return wrong({ file, message: 'is empty; accepted is one JSON object, or one a line.' });
  const oneALine = file.endsWith('.jsonl') || (lines.length > 1 && isWhole(lines[0]?.line ?? ''));
  if (!oneALine) return parsed(content, file);

  const all = lines.map(({ line, number }) => parsed(line, file, number));
  const problems = all.flatMap(one => one.problems);
  if (problems.length > 0 && lines.length > 1 && isWhole(content))
    return wrong({ file, message: 'is one analysis over several lines; write it on one line, or call the file .json' });
  return { documents: all.flatMap(({ documents }) => documents), problems };
}

const wrong = (problem: GivenProblem): Documents => ({ documents: [], problems: [problem] });

/** @param line of a text that has one document a line */
function parsed(text: string, file: string, line?: number): Documents {
  try {
    const { value, placeOf } = parseJsonWithPlaces(text, { file, kind: 'input', firstLine: line ?? 1 });
    const place = line === undefined ? file : `${file}:${line}`;
    return { documents: [{ value, place, at: { file, placeOf } }], problems: [] };
  } catch (error) {
    if (!ItsmError.is(error)) throw error;
    const inLine = (message: string) =>
      line === undefined ? message : message.replaceAll('end of the file', 'end of the line');
    return { documents: [], problems: error.problems.map(each => ({ ...each, message: inLine(each.message) })) };
  }
}

function isWhole(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
