import type { Html } from 'mdast';
import { htmlTag } from '../html-tag.ts';
import type { Found } from '../link-target.ts';
import type { InlineState } from './inline-state.ts';

const tag = new RegExp(htmlTag, 'y');

/** A tag, a comment, a declaration, a CDATA section or a processing instruction. */
export function rawHtml(state: InlineState, start: number): Found<Html> | undefined {
  const { text } = state;
  const end = endOfSpecial(state, start) ?? endOfTag(text, start);
  return end === undefined ? undefined : { value: { type: 'html', value: text.slice(start, end) }, end };
}

function endOfTag(text: string, start: number): number | undefined {
  tag.lastIndex = start;
  const found = tag.exec(text);
  return found === null ? undefined : start + found[0].length;
}

function endOfSpecial(state: InlineState, start: number): number | undefined {
  const { text } = state;
  switch (text[start + 1]) {
    case '?':
      return behind(state, '?>', start + 2);
    case '!':
      if (text.startsWith('<!-->', start)) return start + 5;
      if (text.startsWith('<!--->', start)) return start + 6;
      if (text.startsWith('<!--', start)) return behind(state, '-->', start + 4);
      if (text.startsWith('<![CDATA[', start)) return behind(state, ']]>', start + 9);
      return /[a-z]/i.test(text[start + 2] ?? '') ? behind(state, '>', start + 3) : undefined;
    default:
      return undefined;
  }
}

function behind(state: InlineState, closing: string, from: number): number | undefined {
  const { text, missing } = state;
  const at = from >= (missing?.get(closing) ?? text.length) ? -1 : text.indexOf(closing, from);
  if (at !== -1) return at + closing.length;
  state.missing ??= new Map();
  state.missing.set(closing, from);
  return undefined;
}
