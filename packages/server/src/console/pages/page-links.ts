import type { ElementContent } from 'hast';
import { h } from 'hastscript';

export interface PageLinks {
  /** Of the first page, where this is another. */
  readonly newest?: string | undefined;
  readonly older?: string | undefined;
}

/** To the pages beside this one; nothing where there is one page. */
export const pageLinks = ({ newest, older }: PageLinks): readonly ElementContent[] =>
  newest === undefined && older === undefined
    ? []
    : [
        h('nav.pages', { ariaLabel: 'Pages' }, [
          newest === undefined ? [] : h('a', { href: newest, rel: 'first' }, 'Newest'),
          older === undefined ? [] : h('a', { href: older, rel: 'next' }, 'Older'),
        ]),
      ];
