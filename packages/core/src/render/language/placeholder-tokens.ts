import type { Token } from './nunjucks-internals.ts';

const part = String.raw`\.[A-Za-z_]\w*|\["[^"\n\\]*"\]|\['[^'\n\\]*'\]|\[\d+\]`;
const placeholder = new RegExp(String.raw`\{((?:job|analysis|report)(?:${part})+)\}`, 'g');
const parts = new RegExp(`^(?:job|analysis|report)|${part}`, 'g');

/**
 * The specification's single braces: plain template text cut at each `{job.…}`, `{analysis.…}` and `{report.…}`, these
 * as the tokens that nunjucks' lexer makes of the same name in double braces. Every position stays that of the file.
 * Any other token comes back as it is.
 */
export function placeholderTokens(data: Token): readonly Token[] {
  if (data.type !== 'data' || typeof data.value !== 'string') return [data];
  const { value } = data;
  const tokens: Token[] = [];
  let { lineno, colno } = data;
  let end = 0;
  const add = (type: string, value: string) => tokens.push({ type, value, lineno, colno });
  const text = (piece: string) => {
    if (piece === '') return;
    add('data', piece);
    const lines = piece.split('\n');
    lineno += lines.length - 1;
    colno = (lines.length > 1 ? 0 : colno) + (lines.at(-1)?.length ?? 0);
  };
  for (const found of value.matchAll(placeholder)) {
    text(value.slice(end, found.index));
    add('variable-start', '{{');
    for (const [name] of found[1]?.matchAll(parts) ?? []) addPart(name, add);
    add('variable-end', '}}');
    colno += found[0].length;
    end = found.index + found[0].length;
  }
  text(value.slice(end));
  return tokens;
}

function addPart(name: string, add: (type: string, value: string) => void): void {
  if (name.startsWith('.')) {
    add('operator', '.');
    add('symbol', name.slice(1));
  } else if (name.startsWith('[')) {
    const isQuoted = /^\[["']/.test(name);
    add('left-bracket', '[');
    add(isQuoted ? 'string' : 'int', name.slice(isQuoted ? 2 : 1, isQuoted ? -2 : -1));
    add('right-bracket', ']');
  } else {
    add('symbol', name);
  }
}
