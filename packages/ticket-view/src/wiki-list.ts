import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { wikiInlines } from './wiki-inlines.ts';

const item = /^[ \t]*([*#-]+)[ \t]+(.*)$/;

export const isWikiItem = (line: string): boolean => item.test(line);

/** Items of lists, with those of the lists inside: `**#` is a numbered one two levels down. */
export function wikiList(lines: readonly string[], depth = 1): ElementContent[] {
  const lists: { readonly tag: string; readonly items: { readonly text: string; readonly below: string[] }[] }[] = [];
  for (const line of lines) {
    const [, signs = '', text = ''] = item.exec(line) ?? [];
    const list = lists.at(-1);
    const current = list?.items.at(-1);
    if (signs.length > depth && current) {
      current.below.push(line);
      continue;
    }
    const tag = signs.charAt(depth - 1) === '#' ? 'ol' : 'ul';
    if (list?.tag === tag) list.items.push({ text, below: [] });
    else lists.push({ tag, items: [{ text, below: [] }] });
  }
  return lists.map(({ tag, items }) =>
    h(
      tag,
      items.map(({ text, below }) => h('li', [...wikiInlines(text), ...wikiList(below, depth + 1)])),
    ),
  );
}
