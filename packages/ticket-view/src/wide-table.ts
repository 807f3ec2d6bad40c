import type { Element } from 'hast';
import { h } from 'hastscript';

/** A table that scrolls by itself where it is wider than the page, by the keyboard too. */
export const wideTable = (table: Element): Element =>
  h('div.scroll', { tabIndex: 0, role: 'group', ariaLabel: 'Table' }, [table]);
