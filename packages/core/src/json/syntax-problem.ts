import { type TokenType, tokenize } from '@humanwhocodes/momoa';
import { codePointName } from './code-point-name.ts';
import type { JsonProblem } from './json-problem.ts';

/**
 * What is wrong where momoa stopped, in words: it says where, but not what could stand there instead.
 *
 * @param stop The offset; everything before it is JSON so far.
 */
export function syntaxProblem(json: string, stop: number): JsonProblem {
  const offset = wordStart(json, stop);
  const tokens = tokenize(json.slice(0, offset));
  const last = tokens.at(-1);
  const mark = String.fromCodePoint(json.codePointAt(offset) ?? 0);
  if (last?.type === 'Comma' && (mark === ']' || mark === '}'))
    return { offset: last.loc.start.offset, message: `a comma before "${mark}" is not allowed` };
  const found = offset >= json.length ? 'the end of the file' : foundWords(mark);
  return { offset, message: `expected ${expectedAfter(tokens.map(({ type }) => type))}, found ${found}` };
}

/** A word or number that breaks off (`1.`, `true\`) or goes on as something else (`01`, `1st`) is wrong from where it begins. */
function wordStart(json: string, stop: number): number {
  let start = stop;
  if (!isWord(json, stop)) {
    if (isWhole(json.slice(0, stop))) return stop;
    // momoa may have read a line end before it stopped.
    while (/\s/.test(json.charAt(start - 1))) start--;
  }
  while (isWord(json, start - 1)) start--;
  return start;
}

const isWord = (json: string, offset: number): boolean => /[^\s"'/#{}[\],:]/.test(json.charAt(offset));

/** Whether it ends where a token ends. */
function isWhole(json: string): boolean {
  try {
    tokenize(json);
    return true;
  } catch {
    return false;
  }
}

function expectedAfter(tokens: readonly TokenType[]): string {
  const [beforeLast, last] = [tokens.at(-2), tokens.at(-1)];
  const container = innermost(tokens);
  const name = 'a name in double quotes';
  switch (last) {
    case undefined:
    case 'Colon':
    case 'LBracket':
      return 'a value';
    case 'LBrace':
      return name;
    case 'Comma':
      return container === 'LBrace' ? name : 'a value';
  }
  if (container === undefined) return 'the end of the file';
  if (container === 'LBracket') return 'a comma or "]"';
  return last === 'String' && (beforeLast === 'LBrace' || beforeLast === 'Comma') ? 'a colon' : 'a comma or "}"';
}

/** The bracket that is still open. */
function innermost(tokens: readonly TokenType[]): TokenType | undefined {
  const open: TokenType[] = [];
  for (const type of tokens) {
    if (type === 'LBrace' || type === 'LBracket') open.push(type);
    if (type === 'RBrace' || type === 'RBracket') open.pop();
  }
  return open.at(-1);
}

function foundWords(mark: string): string {
  if (mark === '"') return 'a double quote';
  if (mark === "'") return 'a single quote; JSON takes double quotes';
  if (/[“”„‘’]/.test(mark)) return `"${mark}"; JSON takes straight double quotes`;
  if (mark === '/' || mark === '#') return `"${mark}"; JSON takes no comments`;
  return /[\p{C}\p{Z}]/u.test(mark) ? `the invisible character ${codePointName(mark)}` : `"${mark}"`;
}
