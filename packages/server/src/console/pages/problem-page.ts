import { h } from 'hastscript';
import type { Page } from '../../page/page-html.ts';
import { at, type View } from '../../page/view.ts';

export interface Problem {
  readonly status: 400 | 403 | 404 | 409 | 500 | 503;
  readonly title: string;
  readonly message: string;
  /** Where to go on from here. */
  readonly back?: string;
}

/** Something that is not so, in words; never what the program was doing. */
export const problemPage = (view: View, { title, message, back }: Problem): Page => ({
  title,
  main: [
    h('div.confirm', [
      h('div.head', [h('h1', title)]),
      h('div.card', [
        h('p', message),
        h('p', [h('a', { href: back ?? at(view, '/') }, back ? 'Back' : 'All deliveries')]),
      ]),
    ]),
  ],
});
