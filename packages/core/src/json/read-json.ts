import type { ValueNode } from '@humanwhocodes/momoa';
import { givenProblemText } from '../given-problem-text.ts';
import { ItsmError } from '../itsm-error.ts';
import type { JsonProblem } from './json-problem.ts';
import { lexicalFlaw } from './lexical-flaw.ts';
import { momoa } from './momoa.ts';
import { repeatedName } from './repeated-name.ts';
import { syntaxProblem } from './syntax-problem.ts';

export interface JsonSource {
  readonly file: string;
  readonly kind: 'config' | 'input' | 'template';
  /** Of the text within the file. @default 1 */
  readonly firstLine?: number;
}

/**
 * JSON as a tree whose nodes know their line and column, both from 1 and within the text. A byte order mark is skipped.
 *
 * @throws ItsmError of the kind of the source: `itsm_config.json:7:3: …` for what is no JSON, is nested more than 100
 * levels deep, or has a name twice in one object. It has no `cause`: momoa's messages repeat words of the text.
 */
export function readJson(text: string, { file, kind, firstLine = 1 }: JsonSource): ValueNode {
  const json = text.replace(/^\uFEFF/, '');
  const fail = ({ offset, message }: JsonProblem): never => {
    const before = json.slice(0, offset).split(/\r\n?|\n/);
    const place = { line: before.length - 1 + firstLine, column: (before.at(-1)?.length ?? 0) + 1 };
    const problem = { file, ...place, message };
    throw new ItsmError(kind, givenProblemText(problem), { problems: [problem] });
  };

  if (json.trim() === '') return fail({ offset: 0, message: 'is empty; accepted is JSON' });
  const flaw = lexicalFlaw(json);
  const sound = json.slice(0, flaw?.from);
  const root = parsed(sound);
  if (root === undefined) {
    const stop = stopOf(sound);
    return fail(flaw !== undefined && stop >= flaw.from ? flaw : syntaxProblem(json, stop));
  }
  const problem = flaw ?? repeatedName(root, firstLine);
  return problem === undefined ? root : fail(problem);
}

function parsed(json: string): ValueNode | undefined {
  try {
    return momoa().parse(json).body;
  } catch (error) {
    if (offsetOf(error) === undefined) throw error;
    return undefined;
  }
}

/**
 * The offset at which momoa stops. For a text that ends too early it names the last thing that it understood, or none:
 * a character that begins nothing in JSON, put behind the text, makes it name the end.
 */
function stopOf(json: string): number {
  try {
    momoa().parse(`${json}\0`);
  } catch (error) {
    const offset = offsetOf(error);
    if (offset === undefined) throw error;
    return offset;
  }
  return json.length;
}

function offsetOf(error: unknown): number | undefined {
  return error instanceof Error && 'offset' in error && typeof error.offset === 'number' ? error.offset : undefined;
}
