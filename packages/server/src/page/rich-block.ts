import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** What somebody wrote at length; it scrolls by itself, by the keyboard too. `content` is safe to show. */
export const richBlock = (label: string, content: readonly ElementContent[]): Element =>
  h('div.rich', { tabIndex: 0, role: 'group', ariaLabel: label }, [...content]);
