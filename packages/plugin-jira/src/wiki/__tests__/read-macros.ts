import { readInlines } from './read-inlines.ts';
import type { Seen } from './seen.ts';
import type { Tokens } from './tokens.ts';

interface Tag {
  readonly command: string;
  readonly argument: string;
  readonly end: number;
}

type Read = (text: string) => readonly Seen[];

/**
 * Puts a token in the place of each macro. A backslash hides the brace after it. `{*` and the like begin a mark, not a
 * macro.
 */
export function readMacros(text: string, tokens: Tokens, read: Read): string {
  let out = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    const next = text.charAt(index + 1);
    if (character === '\\' || (character === '{' && next !== '' && '{*?^_-+~'.includes(next))) {
      out += character + next;
      index += 1;
      continue;
    }
    const tag = character === '{' ? tagAt(text, index) : undefined;
    if (tag === undefined) {
      out += character;
      continue;
    }
    const closing = closingTag(text, tag);
    const body = closing === undefined ? '' : text.slice(tag.end, closing.start);
    out += tokens.put('block', macro(tag, body, tokens, read));
    index = (closing?.end ?? tag.end) - 1;
  }
  return out;
}

function macro({ command, argument }: Tag, body: string, tokens: Tokens, read: Read): Seen {
  const name = command.toLowerCase();
  if (name === 'code' || name === 'noformat') {
    const text = body.replace(/^\n/, '').replace(/\n$/, '');
    return { type: 'preformatted', text, ...(argument === '' ? {} : { language: argument }) };
  }
  if (name === 'quote') return { type: 'quote', children: read(body) };
  if (name !== 'panel') return { type: `macro ${name}`, children: read(body) };
  const title = /(?:^|\|)title=([^|]*)/.exec(argument)?.[1];
  const head: readonly Seen[] = title ? [{ type: 'title', children: readInlines(title, tokens) }] : [];
  return { type: 'panel', children: [...head, ...read(body)] };
}

/** `{name}` or `{name:argument}`. A backslash or a newline in it takes the next character as it is, and is dropped. */
function tagAt(text: string, start: number): Tag | undefined {
  let command = '';
  let argument: string | undefined;
  for (let index = start + 1; index < text.length; index += 1) {
    let character = text.charAt(index);
    if (character === '}') {
      const braces = /^\}*/.exec(text.slice(index))?.[0].length ?? 0;
      if (command.trim() === '' || command.startsWith('$')) return undefined;
      if (braces % 2 === 0 && index + braces < text.length) return undefined;
      return { command, argument: argument ?? '', end: index + 1 };
    }
    if (character === '{') return undefined;
    if (character === ':' && argument === undefined) {
      argument = '';
      continue;
    }
    if (character === '\\' || character === '\n' || character === '\r') {
      index += 1;
      character = text.charAt(index);
    }
    if (argument === undefined) command += character;
    else argument += character;
  }
  return undefined;
}

function closingTag(text: string, { command, end }: Tag): { readonly start: number; readonly end: number } | undefined {
  for (let index = end; index < text.length; index += 1) {
    if (text.charAt(index) === '\\') index += 1;
    else if (text.charAt(index) === '{') {
      const tag = tagAt(text, index);
      if (tag?.command === command && tag.argument === '') return { start: index, end: tag.end };
    }
  }
  return undefined;
}
