import type { Seen } from './seen.ts';
import type { Tokens } from './tokens.ts';

const marks = [
  ['\\*', 'bold'],
  ['\\^', 'superscript'],
  ['~', 'subscript'],
  ['_', 'italic'],
  ['-', 'struck'],
  ['\\?\\?', 'citation'],
  ['\\+', 'inserted'],
  ['{{', 'monospace', '}}'],
] as const;

/** Where a mark begins and ends, in a text that is still being read: private characters of another plane. */
const opening = (index: number): string => String.fromCodePoint(0xf0000 + index);
const closing = (index: number): string => String.fromCodePoint(0xf0100 + index);

/** Marks one kind after the other, then forced breaks, then the references. */
export function readMarks(line: string, tokens: Tokens, place: 'line' | 'label'): readonly Seen[] {
  let text = line;
  for (const [index, [start, , end = start]] of marks.entries()) {
    text = text.replace(patternOf(start, end), `${opening(index)}$1${closing(index)}`);
  }
  if (place === 'line') text = text.replace(/(?<!\\)\\\\(?!\S*\\)/g, '\n');
  return treeOf([...text], tokens);
}

/** A delimiter touches no letter outside and no blank inside; in braces it may touch letters. */
function patternOf(start: string, end: string): RegExp {
  const [open, close] = [start, end].map(one => one.replace(/[{}]/g, '\\$&'));
  const [noOpen, noClose] = [start, end].map(one => `[^ \\t\\n${one.replace(/[{}]/g, '\\$&').slice(0, 2)}]`);
  const any = '[\\p{L}\\p{Nd}\\p{Z}\\p{S}\\p{M}\\p{P}\\p{Co}]';
  return new RegExp(
    `(?:(?<![\\p{L}\\p{Nd}\\\\])${open}|\\{${open}\\})` +
      `(${noOpen}(?:(?!${close})${any}*?${noClose})??)` +
      `(?<!\\\\)(?:${close}(?![\\p{L}\\p{Nd}])|\\{${close}\\})`,
    'gu',
  );
}

function treeOf(characters: readonly string[], tokens: Tokens): readonly Seen[] {
  const stack: Array<{ readonly type: string; readonly children: Seen[] }> = [{ type: 'line', children: [] }];
  let text = '';
  const flush = (): void => {
    if (text !== '') stack.at(-1)?.children.push({ type: 'text', text: decoded(text) });
    text = '';
  };
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0;
    const token = tokens.take(character);
    if (character !== '\n' && token === undefined && code < 0xf0000) text += character;
    else flush();
    if (character === '\n') stack.at(-1)?.children.push({ type: 'break', children: [] });
    else if (token !== undefined) stack.at(-1)?.children.push(token);
    else if (code >= 0xf0100) {
      const done = stack.pop();
      if (done !== undefined) stack.at(-1)?.children.push(done);
    } else if (code >= 0xf0000) stack.push({ type: marks[code - 0xf0000]?.[1] ?? 'mark', children: [] });
  }
  flush();
  return stack[0]?.children ?? [];
}

const named: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|[a-z]+);/g, (found, code?: string) =>
    code === undefined ? (named[found] ?? `<${found}>`) : String.fromCodePoint(Number(code)),
  );
}
