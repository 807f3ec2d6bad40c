import type { Token, TokenType } from '@humanwhocodes/momoa';
import { codePointName } from './code-point-name.ts';
import type { JsonProblem } from './json-problem.ts';
import { momoa } from './momoa.ts';

/**
 * What is wrong where momoa stopped, in words: it says where, but not what could stand there instead.
 *
 * @param stop The offset; everything before it is JSON so far.
 */
export function syntaxProblem(json: string, stop: number): JsonProblem {
  const offset = wordStart(json, stop);
  const tokens = momoa().tokenize(json.slice(0, offset));
  const last = tokens.at(-1);
  const mark = String.fromCodePoint(json.codePointAt(offset) ?? 0);
  if (last?.type === 'Comma' && (mark === ']' || mark === '}'))
    return { offset: last.loc.start.offset, message: `a comma before "${mark}" is not allowed` };
  const types = tokens.map(({ type }) => type);
  const expected = expectedAfter(types);
  if (offset >= json.length)
    return { offset, message: `expected ${expected}, found the end of the file${unclosed(tokens, types)}` };
  const message = `expected ${expected}, found ${foundWords(mark)}`;
  const comma = mark === '"' && expected.startsWith('a comma') ? commaHint(json, offset, last) : undefined;
  return { offset, message: `${message}${comma ?? valueHint(json.slice(offset), mark, expected)}` };
}

/** The place is where JSON stops to make sense; what is to be mended stands further up. */
function commaHint(json: string, offset: number, last: Token | undefined): string | undefined {
  const end = last?.loc.end.offset ?? offset;
  if (!/[\r\n]/.test(json.slice(end, offset))) return undefined;
  return `; the comma is missing at the end of line ${json.slice(0, end).split(/\r\n?|\n/).length}`;
}

function unclosed(tokens: readonly Token[], types: readonly TokenType[]): string {
  const open = tokens[innermost(types) ?? -1];
  return open === undefined
    ? ''
    : `; the "${open.type === 'LBrace' ? '{' : '['}" of line ${open.loc.start.line} is never closed`;
}

/** What is said of a word is a word of this list: the text's own may be a secret's. */
function valueHint(rest: string, mark: string, expected: string): string {
  if (/\p{Z}/u.test(mark)) return '; write a plain space';
  if (expected !== 'a value') return '';
  if (/^(True|False|TRUE|FALSE)\b/.test(rest)) return '; JSON writes true and false in lower case';
  if (/^(None|undefined|NaN|nil|NULL|Null)\b/.test(rest)) return '; JSON writes null';
  if (mark === '$') return '; a reference stands in double quotes, as any text';
  if (/\p{L}/u.test(mark)) return '; a text stands in double quotes';
  return /\d/.test(mark) ? '; no number of JSON is written so' : '';
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
    momoa().tokenize(json);
    return true;
  } catch {
    return false;
  }
}

function expectedAfter(tokens: readonly TokenType[]): string {
  const [beforeLast, last] = [tokens.at(-2), tokens.at(-1)];
  const container = tokens[innermost(tokens) ?? -1];
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

/** The bracket that is still open: its place among the tokens. */
function innermost(tokens: readonly TokenType[]): number | undefined {
  const open: number[] = [];
  for (const [index, type] of tokens.entries()) {
    if (type === 'LBrace' || type === 'LBracket') open.push(index);
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
