import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { linkTo } from './adf-marks.ts';

/** Bounded, so that a line of nothing but signs is not searched to its end for each of them. */
const inside = String.raw`\S(?:.{0,2000}?[^\s\\])?`;

/** What stands out of a line, in the order in which it is looked for at each place. */
const special = new RegExp(
  [
    String.raw`(?<break>\\\\(?!\S))`,
    String.raw`\\(?<escaped>[^\p{L}\p{Nd}\s])`,
    String.raw`\{\{(?<code>${inside})\}\}`,
    String.raw`\[(?:(?<label>[^\]|\n]{1,2000})\|)?(?<url>[a-z]+:[^\]|\s]{1,2000})\]`,
    String.raw`\{(?<braced>[*_+-])\}(?<bracedText>${inside})\{\k<braced>\}`,
    String.raw`(?<![\p{L}\p{Nd}])(?<sign>[*_+-])(?<signText>${inside})\k<sign>(?![\p{L}\p{Nd}])`,
  ].join('|'),
  'gu',
);

const tags: Readonly<Record<string, string>> = { '*': 'strong', _: 'em', '-': 's', '+': 'u' };

/** A line of wiki markup: marks, code, links, breaks, and signs that a backslash makes plain. */
export function wikiInlines(line: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const found of line.matchAll(special)) {
    if (found.index > end) parts.push({ type: 'text', value: line.slice(end, found.index) });
    parts.push(partOf(found.groups ?? {}));
    end = found.index + found[0].length;
  }
  return end < line.length ? [...parts, { type: 'text', value: line.slice(end) }] : parts;
}

function partOf(groups: Readonly<Record<string, string | undefined>>): ElementContent {
  const { escaped, code, url, label, braced, bracedText, sign, signText } = groups;
  if (groups.break) return h('br');
  if (escaped) return { type: 'text', value: escaped };
  if (code) return h('code', code.replace(/\\([^\p{L}\p{Nd}\s])/gu, '$1'));
  if (url) return linkTo(url, h('span', label ? wikiInlines(label) : [url]));
  return h(tags[braced ?? sign ?? ''] ?? 'span', wikiInlines(bracedText ?? signText ?? ''));
}
