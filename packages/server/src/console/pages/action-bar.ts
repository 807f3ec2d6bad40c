import type { Element } from 'hast';
import { h } from 'hastscript';
import type { View } from '../../page/view.ts';

export interface ActionLink {
  readonly words: string;
  /** A page that says what will happen, and asks. */
  readonly href: string;
}

/** What can be done: a link each for an approver; for a viewer the same in grey, with the reason. */
export function actionBar({ whyNot }: View, links: readonly ActionLink[], id = 'why'): Element {
  if (whyNot === undefined) {
    return h(
      'div.actions',
      links.map(({ words, href }) => h('a.button', { href }, words)),
    );
  }
  return h('div.actions', [
    ...links.map(({ words }) => h('button', { type: 'button', disabled: true, ariaDescribedBy: id }, words)),
    links.length > 0 ? h('span.soft', { id }, whyNot) : [],
  ]);
}
