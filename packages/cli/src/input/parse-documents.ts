import { ItsmError, parseJson } from '@itsm-bridge/core';

export interface Document {
  readonly value: unknown;
  /** For messages: `jobs.jsonl:3`. */
  readonly place: string;
}

/**
 * The JSON documents in a text: one that spans lines, or one a line.
 *
 * @throws ItsmError kind `input`: every place that is no JSON, with line and column.
 */
export function parseDocuments(file: string, content: string): readonly Document[] {
  const lines = content.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]));
  if (lines.length === 0)
    throw new ItsmError('input', `${file}: is empty; accepted is one JSON object, or one a line.`);
  const oneALine = file.endsWith('.jsonl') || (lines.length > 1 && isWhole(lines[0]?.line ?? ''));
  if (!oneALine) return [{ value: parseJson(content, { file, kind: 'input' }), place: file }];

  const problems: string[] = [];
  const documents = lines.flatMap(({ line, number }) => {
    try {
      return [{ value: parseJson(line, { file, kind: 'input', firstLine: number }), place: `${file}:${number}` }];
    } catch (error) {
      if (!ItsmError.is(error)) throw error;
      problems.push(error.message);
      return [];
    }
  });
  if (problems.length > 0) throw new ItsmError('input', problems.join('\n'));
  return documents;
}

function isWhole(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
