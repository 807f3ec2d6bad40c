import type { Element } from 'hast';

/** Code that scrolls by itself where a line of it is longer than the page is wide, by the keyboard too. */
export const wideCode = (pre: Element): Element => ({
  ...pre,
  properties: { ...pre.properties, tabIndex: 0, role: 'group', ariaLabel: 'Code' },
});
