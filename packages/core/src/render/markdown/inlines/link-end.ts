import type { Target } from '../blocks/block-state.ts';
import { type Found, linkDestination, linkTitle, normalizedLabel } from '../link-target.ts';
import type { InlineState } from './inline-state.ts';

/** Where the text in brackets leads that begins and ends so, by what stands behind it. Undefined where it is no link. */
export function linkEnd(
  { text, labels: { definitions } }: InlineState,
  brackets: { readonly start: number; readonly end: number; readonly isLabel: boolean },
): Found<Target> | undefined {
  const behind = brackets.end + 1;
  const inline = text[behind] === '(' ? targetInBrackets(text, behind + 1) : undefined;
  if (inline !== undefined || definitions === undefined) return inline;
  label.lastIndex = behind;
  const [written = '', name = ''] = label.exec(text) ?? [];
  if (name === '' && !brackets.isLabel) return undefined;
  const target = definitions.get(normalizedLabel(name === '' ? text.slice(brackets.start, brackets.end) : name));
  return target && { value: target, end: behind + written.length };
}

const label = /\[((?:[^\\[\]]|\\.){0,999})\]/suy;

/** `address "title")`, with white space wherever it is no part of the address. */
function targetInBrackets(text: string, start: number): Found<Target> | undefined {
  const begin = skipSpace(text, start);
  const destination = linkDestination(text, begin);
  const behind = destination?.end ?? begin;
  const titleStart = skipSpace(text, behind);
  const title = destination !== undefined && titleStart > behind ? linkTitle(text, titleStart) : undefined;
  const end = title === undefined ? titleStart : skipSpace(text, title.end);
  if (text[end] !== ')') return undefined;
  return { value: { url: destination?.value ?? '', title: title?.value || null }, end: end + 1 };
}

/** Matches everywhere, be it nothing. */
const space = /[ \t\n]*/y;

function skipSpace(text: string, start: number): number {
  space.lastIndex = start;
  space.test(text);
  return space.lastIndex;
}
