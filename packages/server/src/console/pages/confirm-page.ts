import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Page, Place } from '../../page/page-html.ts';
import { postForm } from '../../page/post-form.ts';
import type { View } from '../../page/view.ts';

export interface Confirm {
  readonly title: string;
  readonly place: Place;
  /** Where the answer goes. */
  readonly action: string;
  /** Where who changes their mind goes. */
  readonly back: string;
  readonly words: string;
  readonly isGrave: boolean;
  /** What it is about, and what will happen. */
  readonly about: readonly ElementContent[];
  /** What else the form asks. */
  readonly fields?: readonly ElementContent[];
  /** Why the answer before could not be taken. */
  readonly problem?: string | undefined;
}

/** Says what will happen, and asks: nothing is done by following a link. */
export function confirmPage(view: View, confirm: Confirm): Page {
  const { title, place, action, back, words, isGrave, about, fields = [], problem } = confirm;
  return {
    ...{ title, place },
    main: [
      h('div.confirm', [
        h('div.head', [h('h1', title)]),
        problem ? h('div.problem', { role: 'alert' }, [h('p', problem)]) : [],
        h('div.card', [...about]),
        postForm(view, action, [
          ...fields,
          h('div.actions', [
            h(isGrave ? 'button.grave' : 'button.main', { type: 'submit' }, words),
            h('a', { href: back }, 'Back, and do nothing'),
          ]),
        ]),
      ]),
    ],
  };
}

/** Why, for the record. */
export const reasonField = (value = ''): Element =>
  h('label.field', [
    h('span', 'Reason'),
    h('textarea', { name: 'reason', maxLength: 1000, required: true, rows: 3 }, value),
  ]);

export const ticketField = (value = ''): Element =>
  h('label.field', [
    h('span', 'Ticket, as people call it: INC0010001, OPS-17'),
    h('input', { type: 'text', name: 'ticket', value, required: true, maxLength: 200, autoComplete: 'off' }),
  ]);
