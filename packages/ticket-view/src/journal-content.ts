import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { htmlContent } from './html-content.ts';
import { textContent } from './text-content.ts';

/** A journal entry as an instance shows it: what stands between [code] tags is HTML, all else is text. */
export const journalContent = (entry: string): ElementContent[] =>
  entry
    .split(/\[code\](.*?)\[\/code\]/is)
    .flatMap((part, index) => (index % 2 === 0 ? textContent(part) : [h('div.rich', htmlContent(part))]));
