import { ItsmError } from '../../itsm-error.ts';
import { jsonProblem } from './json-problem.ts';

export interface JsonPlace {
  readonly file: string;
  readonly kind: 'config' | 'input';
  /** Of the text within the file. @default 1 */
  readonly firstLine?: number;
}

/** @throws ItsmError: `itsm_config.json:7:3: …` with line and column from 1. */
export function parseJson(text: string, { file, kind, firstLine = 1 }: JsonPlace): unknown {
  const source = text.replace(/^\uFEFF/, '');
  const problem = jsonProblem(source);
  if (problem === undefined) return JSON.parse(source);
  const before = source.slice(0, problem.offset).split('\n');
  const line = before.length - 1 + firstLine;
  throw new ItsmError(kind, `${file}:${line}:${(before.at(-1)?.length ?? 0) + 1}: ${problem.message}`);
}
