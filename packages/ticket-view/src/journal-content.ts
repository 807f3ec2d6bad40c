import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { htmlContent } from './html-content.ts';
import { textContent } from './text-content.ts';

/** A journal entry as an instance shows it: what stands between [code] tags is HTML, all else is text. */
export function journalContent(entry: string): ElementContent[] {
  const content: ElementContent[] = [];
  let at = 0;
  while (true) {
    const begin = tagAfter(/\[code\]/gi, entry, at);
    const end = begin && tagAfter(/\[\/code\]/gi, entry, begin.end);
    if (!begin || !end) return [...content, ...textContent(entry.slice(at))];
    content.push(...textContent(entry.slice(at, begin.start)));
    content.push(h('div.rich', htmlContent(entry.slice(begin.end, end.start))));
    at = end.end;
  }
}

/** One at a time: an expression for a whole pair would read on to the end for each tag that is never closed. */
function tagAfter(
  tag: RegExp,
  entry: string,
  at: number,
): { readonly start: number; readonly end: number } | undefined {
  tag.lastIndex = at;
  const found = tag.exec(entry);
  return found ? { start: found.index, end: tag.lastIndex } : undefined;
}
